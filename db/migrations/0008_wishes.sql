CREATE TABLE `followed_reminders` (
	`up_to` text NOT NULL,
	`kind` text NOT NULL,
	`told` integer NOT NULL,
	`followed` integer NOT NULL,
	PRIMARY KEY(`up_to`, `kind`)
);
--> statement-breakpoint
CREATE TABLE `wishes` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`state` text NOT NULL,
	`since` integer DEFAULT 0 NOT NULL,
	`person` text NOT NULL,
	`kind` text NOT NULL,
	`wish` text NOT NULL,
	`slot` text
);
--> statement-breakpoint
CREATE INDEX `wishes_by_person` ON `wishes` (`person`,`since`) WHERE state = 'in_force';--> statement-breakpoint
CREATE INDEX `wishes_by_slot` ON `wishes` (`slot`) WHERE state = 'in_force';--> statement-breakpoint
ALTER TABLE `reminders` ADD `asks` text;--> statement-breakpoint
ALTER TABLE `reminders` ADD `acts_until` text;--> statement-breakpoint
CREATE INDEX `reminders_unjudged` ON `reminders` (`acts_until`,`kind`) WHERE acts_until is not null;