CREATE TABLE `alarms` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`state` text NOT NULL,
	`since` integer DEFAULT 0 NOT NULL,
	`visit` text NOT NULL,
	`school` text,
	`county` text,
	`what` text NOT NULL,
	`raised_by` text NOT NULL,
	`raised_at` integer NOT NULL,
	`receivers` text NOT NULL,
	`answered_by` text
);
--> statement-breakpoint
CREATE INDEX `alarms_raised` ON `alarms` (`raised_at`);--> statement-breakpoint
CREATE INDEX `alarms_by_visit` ON `alarms` (`visit`);--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`state` text NOT NULL,
	`since` integer DEFAULT 0 NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`school` text,
	`county` text,
	`asker` text NOT NULL,
	`asked_at` integer NOT NULL,
	`what` text NOT NULL,
	`reason` text NOT NULL,
	`detail` text NOT NULL,
	`decided_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposals_open_once` ON `proposals` (`kind`,`subject`) WHERE state = 'asked';--> statement-breakpoint
CREATE INDEX `proposals_asked` ON `proposals` (`since`) WHERE state = 'asked';--> statement-breakpoint
CREATE TABLE `reminders` (
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`recipient` text NOT NULL,
	`period` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`kind`, `subject`, `recipient`, `period`)
);
--> statement-breakpoint
CREATE INDEX `reminders_by_age` ON `reminders` (`at`);--> statement-breakpoint
CREATE TABLE `deputies` (
	`person` text NOT NULL,
	`deputy` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`set_by` text NOT NULL,
	PRIMARY KEY(`person`, `deputy`, `from_on`)
);
--> statement-breakpoint
CREATE INDEX `deputies_by_deputy` ON `deputies` (`deputy`,`to_on`);--> statement-breakpoint
CREATE TABLE `groups` (
	`chat` text PRIMARY KEY NOT NULL,
	`place` text,
	`declared_by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text NOT NULL,
	`place` text NOT NULL,
	`from_on` text NOT NULL,
	`value` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	PRIMARY KEY(`name`, `place`, `from_on`)
);
--> statement-breakpoint
CREATE TABLE `strangers` (
	`userid` text PRIMARY KEY NOT NULL,
	`first_at` integer NOT NULL,
	`answered_at` integer
);
--> statement-breakpoint
CREATE INDEX `strangers_by_day` ON `strangers` (`first_at`);--> statement-breakpoint
DROP INDEX `outbox_open_cards`;--> statement-breakpoint
DROP INDEX `outbox_failed`;--> statement-breakpoint
ALTER TABLE `outbox` ADD `sender` text;--> statement-breakpoint
CREATE INDEX `outbox_open_cards` ON `outbox` (`subject`) WHERE kind in ('card', 'reminder') and settled = 0;--> statement-breakpoint
CREATE INDEX `outbox_failed` ON `outbox` (`sent_at`) WHERE state = 'failed';--> statement-breakpoint
DROP INDEX `photos_by_subject`;--> statement-breakpoint
CREATE INDEX `photos_by_content` ON `photos` (`sha256`);--> statement-breakpoint
CREATE INDEX `photos_by_subject` ON `photos` (`subject`,`at`);--> statement-breakpoint
ALTER TABLE `cases` ADD `since` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `answer_by` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `answer` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `clock_stopped_on` text;--> statement-breakpoint
CREATE INDEX `cases_by_visit` ON `cases` (`visit`);--> statement-breakpoint
CREATE INDEX `cases_awaiting_office` ON `cases` (`since`) WHERE state = 'reinspecting' or (state = 'recorded' and severity = 'complex');--> statement-breakpoint
CREATE INDEX `cases_referred` ON `cases` (`answer_by`) WHERE state = 'referred';--> statement-breakpoint
CREATE INDEX `cases_open` ON `cases` (`county`) WHERE state not in ('advised', 'closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX `cases_found` ON `cases` (`county`,`found_on`);--> statement-breakpoint
CREATE INDEX `cases_closed` ON `cases` (`county`,`closed_on`) WHERE state = 'closed';--> statement-breakpoint
ALTER TABLE `notices` ADD `since` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `notices_pending` ON `notices` (`since`) WHERE state = 'pending_approval';--> statement-breakpoint
CREATE INDEX `notices_unjudged` ON `notices` (`since`) WHERE state = 'answered';--> statement-breakpoint
ALTER TABLE `reports` ADD `since` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `reports_waiting` ON `reports` (`created_at`) WHERE state = 'draft';--> statement-breakpoint
ALTER TABLE `requests` ADD `since` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `requests_asked` ON `requests` (`since`) WHERE state = 'asked';--> statement-breakpoint
ALTER TABLE `visits` ADD `since` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `visits` ADD `companions` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `followups` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `recusal_waived` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `amending` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `went_into` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `signed_by` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `signed_at` integer;--> statement-breakpoint
CREATE INDEX `visits_waiting` ON `visits` (`created_at`) WHERE state = 'draft';--> statement-breakpoint
CREATE INDEX `visits_to_archive` ON `visits` (`on_day`) WHERE state = 'submitted';--> statement-breakpoint
ALTER TABLE `people` ADD `suspended_at` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `awaits_notices` integer;--> statement-breakpoint
CREATE INDEX `people_by_name` ON `people` (`name`);--> statement-breakpoint
CREATE INDEX `people_awaiting_notices` ON `people` (`awaits_notices`) WHERE awaits_notices is not null;--> statement-breakpoint
CREATE INDEX `events_by_actor` ON `events` (`actor`,`at`);--> statement-breakpoint
UPDATE `visits` SET `since` = (SELECT max(`at`) FROM `events` WHERE `aggregate` = `visits`.`id`);--> statement-breakpoint
UPDATE `cases` SET `since` = (SELECT max(`at`) FROM `events` WHERE `aggregate` = `cases`.`id`);--> statement-breakpoint
UPDATE `notices` SET `since` = (SELECT max(`at`) FROM `events` WHERE `aggregate` = `notices`.`id`);--> statement-breakpoint
UPDATE `reports` SET `since` = (SELECT max(`at`) FROM `events` WHERE `aggregate` = `reports`.`id`);--> statement-breakpoint
UPDATE `requests` SET `since` = (SELECT max(`at`) FROM `events` WHERE `aggregate` = `requests`.`id`);
