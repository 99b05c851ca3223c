CREATE TABLE `entries` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`state` text NOT NULL,
	`since` integer DEFAULT 0 NOT NULL,
	`kind` text NOT NULL,
	`author` text NOT NULL,
	`county` text,
	`said` text NOT NULL,
	`record` text
);
--> statement-breakpoint
CREATE INDEX `entries_by_author` ON `entries` (`author`,`since`);--> statement-breakpoint
CREATE INDEX `entries_by_record` ON `entries` (`record`);--> statement-breakpoint
CREATE INDEX `entries_drafts` ON `entries` (`since`) WHERE state = 'draft';--> statement-breakpoint
CREATE INDEX `training_unverified` ON `training` (`userid`) WHERE verified = 0 and withdrawn = 0;