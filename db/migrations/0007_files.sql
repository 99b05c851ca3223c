DROP INDEX `cases_open_once`;--> statement-breakpoint
CREATE INDEX `cases_open_by_school` ON `cases` (`school`) WHERE state not in ('advised', 'closed', 'withdrawn');--> statement-breakpoint
CREATE UNIQUE INDEX `cases_open_once` ON `cases` (`school`,`finding_key`) WHERE state not in ('advised', 'closed', 'withdrawn') and filed = 0;--> statement-breakpoint
ALTER TABLE `working_days` ADD `seq` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- A round that has begun leaves the failed verdict behind.
UPDATE `cases` SET `verdict` = NULL, `reinspected_on` = NULL WHERE `verdict` = 'fail' AND `state` IN ('acknowledged', 'report_submitted');
