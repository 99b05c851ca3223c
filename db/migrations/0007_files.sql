DROP INDEX `cases_open_once`;--> statement-breakpoint
CREATE INDEX `cases_open_by_school` ON `cases` (`school`) WHERE state not in ('advised', 'closed', 'withdrawn');--> statement-breakpoint
CREATE UNIQUE INDEX `cases_open_once` ON `cases` (`school`,`finding_key`) WHERE state not in ('advised', 'closed', 'withdrawn') and filed = 0;--> statement-breakpoint
ALTER TABLE `working_days` ADD `seq` integer DEFAULT 0 NOT NULL;