CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`state` text NOT NULL,
	`visit` text NOT NULL,
	`notice` text,
	`school` text NOT NULL,
	`county` text,
	`inspector` text NOT NULL,
	`found_on` text NOT NULL,
	`description` text NOT NULL,
	`finding_key` text NOT NULL,
	`matter` text,
	`severity` text NOT NULL,
	`requirement` text NOT NULL,
	`due_on` text,
	`round` integer NOT NULL,
	`extensions` integer NOT NULL,
	`measures` text,
	`verdict` text,
	`verdict_note` text,
	`verdict_mode` text,
	`reinspected_on` text,
	`section` text,
	`closed_on` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_open_once` ON `cases` (`school`,`finding_key`) WHERE state not in ('advised', 'closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX `cases_by_notice` ON `cases` (`notice`);--> statement-breakpoint
CREATE INDEX `cases_running_by_school` ON `cases` (`school`,`due_on`) WHERE state in ('issued', 'acknowledged');--> statement-breakpoint
CREATE INDEX `cases_running_by_inspector` ON `cases` (`inspector`,`due_on`) WHERE state in ('issued', 'acknowledged');--> statement-breakpoint
CREATE INDEX `cases_running_by_county` ON `cases` (`county`,`due_on`,`id`) WHERE state in ('issued', 'acknowledged');--> statement-breakpoint
CREATE INDEX `cases_running` ON `cases` (`due_on`,`id`) WHERE state in ('issued', 'acknowledged');--> statement-breakpoint
CREATE TABLE `events` (
	`aggregate` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`actor` text NOT NULL,
	`role` text NOT NULL,
	`channel` text NOT NULL,
	`words` text,
	`before` text NOT NULL,
	`after` text NOT NULL,
	PRIMARY KEY(`aggregate`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`state` text NOT NULL,
	`visit` text NOT NULL,
	`school` text NOT NULL,
	`county` text,
	`inspector` text NOT NULL,
	`round` integer NOT NULL,
	`no` text,
	`issued_on` text,
	`approver` text,
	`ack_by` text,
	`ack_at` integer,
	`failing` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_no` ON `notices` (`no`);--> statement-breakpoint
CREATE INDEX `notices_by_school` ON `notices` (`school`,`state`);--> statement-breakpoint
CREATE INDEX `notices_answered` ON `notices` (`inspector`) WHERE state = 'answered';--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`state` text NOT NULL,
	`notice` text NOT NULL,
	`school` text NOT NULL,
	`author` text NOT NULL,
	`created_at` integer NOT NULL,
	`items` text NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_open_once` ON `reports` (`notice`) WHERE state = 'draft';--> statement-breakpoint
CREATE INDEX `reports_by_notice` ON `reports` (`notice`);--> statement-breakpoint
CREATE TABLE `requests` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`notice` text NOT NULL,
	`school` text NOT NULL,
	`asker` text NOT NULL,
	`asked_at` integer NOT NULL,
	`reason` text NOT NULL,
	`to_day` text,
	`decider` text NOT NULL,
	`decided_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `requests_open_once` ON `requests` (`notice`,`kind`) WHERE state = 'asked';--> statement-breakpoint
CREATE INDEX `requests_by_notice` ON `requests` (`notice`);--> statement-breakpoint
CREATE TABLE `visits` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`state` text NOT NULL,
	`inspector` text NOT NULL,
	`created_at` integer NOT NULL,
	`school` text,
	`candidates` text NOT NULL,
	`on_day` text,
	`day_default` integer NOT NULL,
	`part` text,
	`part_default` integer NOT NULL,
	`methods` text NOT NULL,
	`counts` text NOT NULL,
	`findings` text NOT NULL,
	`narrative` text NOT NULL,
	`copy` integer NOT NULL,
	`no` text,
	`submitted_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visits_once` ON `visits` (`inspector`,`school`,`on_day`,`part`,`copy`) WHERE state = 'submitted';--> statement-breakpoint
CREATE UNIQUE INDEX `visits_no` ON `visits` (`no`);--> statement-breakpoint
CREATE INDEX `visits_by_school` ON `visits` (`school`,`on_day`);--> statement-breakpoint
CREATE INDEX `visits_drafts` ON `visits` (`inspector`,`created_at`) WHERE state = 'draft';--> statement-breakpoint
CREATE INDEX `visits_entered` ON `visits` (`inspector`,`submitted_at`);--> statement-breakpoint
CREATE TABLE `dialogues` (
	`userid` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`awaiting` text
);
--> statement-breakpoint
CREATE TABLE `inbox` (
	`key` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`channel` text NOT NULL,
	`sender` text NOT NULL,
	`kind` text NOT NULL,
	`words` text,
	`answer` text,
	`turn` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `inbox_by_age` ON `inbox` (`at`);--> statement-breakpoint
CREATE TABLE `numbers` (
	`series` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`series`, `n`)
);
--> statement-breakpoint
CREATE TABLE `onces` (
	`key` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`lane` integer NOT NULL,
	`kind` text NOT NULL,
	`message` text NOT NULL,
	`body` text,
	`late` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` integer NOT NULL,
	`lease_owner` text,
	`lease_until` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`sent_at` integer,
	`why` text,
	`response_code` text,
	`settled` integer NOT NULL,
	`digest` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_token` ON `outbox` (`token`);--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`lane`,`id`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `outbox_in_order` ON `outbox` (`recipient`,`subject`,`id`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `outbox_open_cards` ON `outbox` (`subject`) WHERE kind = 'card' and settled = 0;--> statement-breakpoint
CREATE INDEX `outbox_failed` ON `outbox` (`id`) WHERE state = 'failed';--> statement-breakpoint
CREATE INDEX `outbox_said` ON `outbox` (`recipient`,`digest`);--> statement-breakpoint
CREATE INDEX `outbox_sent` ON `outbox` (`sent_at`);--> statement-breakpoint
CREATE TABLE `photos` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`sender` text NOT NULL,
	`ref` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` integer NOT NULL,
	`sha256` text,
	`subject` text
);
--> statement-breakpoint
CREATE INDEX `photos_waiting` ON `photos` (`next_at`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `photos_by_subject` ON `photos` (`subject`);--> statement-breakpoint
CREATE INDEX `photos_loose` ON `photos` (`sender`,`at`) WHERE subject is null;--> statement-breakpoint
CREATE TABLE `assignments` (
	`inspector` text NOT NULL,
	`school` text NOT NULL,
	`from_on` text,
	`to_on` text,
	PRIMARY KEY(`inspector`, `school`)
);
--> statement-breakpoint
CREATE INDEX `assignments_by_school` ON `assignments` (`school`);--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `people` (
	`userid` text PRIMARY KEY NOT NULL,
	`written` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`also_roles` text NOT NULL,
	`county` text,
	`school_code` text,
	`left_on` text,
	`unit` text,
	`phone` text,
	`withdrawn` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `people_by_school` ON `people` (`school_code`);--> statement-breakpoint
CREATE INDEX `people_by_county` ON `people` (`county`,`role`);--> statement-breakpoint
CREATE INDEX `people_also_by_county` ON `people` (`county`) WHERE also_roles <> '[]';--> statement-breakpoint
CREATE TABLE `places` (
	`name` text PRIMARY KEY NOT NULL,
	`level` text NOT NULL,
	`government` integer NOT NULL,
	`counted_in` text,
	`valid_from` text,
	`valid_to` text,
	`filed` integer NOT NULL,
	`withdrawn` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `schools` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`county` text,
	`stage` text NOT NULL,
	`ownership` text NOT NULL,
	`students` integer,
	`aliases` text NOT NULL,
	`former_names` text NOT NULL,
	`open_on` text,
	`closed_on` text,
	`successor` text,
	`main_school` text,
	`address` text,
	`phone` text,
	`withdrawn` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `working_days` (
	`date` text PRIMARY KEY NOT NULL,
	`day_type` text NOT NULL,
	`holiday` text
);
