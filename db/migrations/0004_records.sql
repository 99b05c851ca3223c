CREATE TABLE `student_numbers` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`place` text NOT NULL,
	`stage` text NOT NULL,
	`as_of` text NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `student_numbers_key` ON `student_numbers` (`place`,`stage`,`as_of`);--> statement-breakpoint
CREATE TABLE `teaching_calendar` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`place` text NOT NULL,
	`semester` text NOT NULL,
	`teaching_from` text NOT NULL,
	`teaching_to` text NOT NULL,
	`school_days` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `teaching_calendar_key` ON `teaching_calendar` (`place`,`semester`);--> statement-breakpoint
CREATE TABLE `budgets` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`place` text NOT NULL,
	`year` integer NOT NULL,
	`purpose` text NOT NULL,
	`studio` text,
	`amount` real NOT NULL,
	`recorded_on` text,
	`document` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `budgets_key` ON `budgets` (`place`,`year`,`purpose`,`studio`);--> statement-breakpoint
CREATE TABLE `commendations` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`place` text NOT NULL,
	`year` integer NOT NULL,
	`title` text NOT NULL,
	`issued_on` text,
	`doc_no` text,
	`units` text DEFAULT '[]' NOT NULL,
	`persons` text DEFAULT '[]' NOT NULL,
	`reason` text,
	`notice_from` text,
	`notice_to` text,
	`use` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `commendations_key` ON `commendations` (`place`,`year`,`title`);--> statement-breakpoint
CREATE TABLE `committee_seats` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`place` text NOT NULL,
	`seat` text NOT NULL,
	`person` text NOT NULL,
	`from` text NOT NULL,
	`to` text,
	`post` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `committee_seats_key` ON `committee_seats` (`place`,`seat`,`person`,`from`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`place` text NOT NULL,
	`doc_kind` text NOT NULL,
	`title` text NOT NULL,
	`dated_on` text NOT NULL,
	`repealed_on` text,
	`doc_no` text,
	`file` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_key` ON `documents` (`place`,`doc_kind`,`title`,`dated_on`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`place` text NOT NULL,
	`meeting_type` text NOT NULL,
	`held_on` text NOT NULL,
	`status` text NOT NULL,
	`minutes_on` text,
	`title` text,
	`chair` text,
	`expected` text DEFAULT '[]' NOT NULL,
	`present` text DEFAULT '[]' NOT NULL,
	`doc_no` text,
	`file` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_key` ON `meetings` (`place`,`meeting_type`,`held_on`);--> statement-breakpoint
CREATE TABLE `member_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`no` text NOT NULL,
	`unit` text NOT NULL,
	`task` text NOT NULL,
	`due_on` text NOT NULL,
	`assigned_on` text,
	`done_on` text,
	`contact` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_tasks_key` ON `member_tasks` (`no`);--> statement-breakpoint
CREATE TABLE `monitoring_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`place` text NOT NULL,
	`year` integer NOT NULL,
	`title` text NOT NULL,
	`issued_on` text NOT NULL,
	`monitored` text,
	`file` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `monitoring_reports_key` ON `monitoring_reports` (`place`,`year`,`title`);--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`place` text NOT NULL,
	`post` text NOT NULL,
	`person` text NOT NULL,
	`acting` integer DEFAULT false NOT NULL,
	`from` text NOT NULL,
	`to` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `posts_key` ON `posts` (`place`,`post`,`person`,`from`);--> statement-breakpoint
CREATE TABLE `seat_list` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`place` text NOT NULL,
	`seat` text NOT NULL,
	`position` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `seat_list_key` ON `seat_list` (`place`,`seat`);--> statement-breakpoint
CREATE TABLE `appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`userid` text NOT NULL,
	`term_start` text NOT NULL,
	`term_end` text NOT NULL,
	`term_no` integer,
	`recommended_on` text,
	`vetted_on` text,
	`notice_from` text,
	`notice_to` text,
	`published_on` text,
	`filed_on` text,
	`doc_no` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appointments_key` ON `appointments` (`userid`,`term_start`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`userid` text NOT NULL,
	`incurred_on` text NOT NULL,
	`item` text NOT NULL,
	`amount` real NOT NULL,
	`settled_on` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_key` ON `claims` (`userid`,`incurred_on`,`item`);--> statement-breakpoint
CREATE TABLE `exit_grounds` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`userid` text NOT NULL,
	`ground` text NOT NULL,
	`noted_on` text NOT NULL,
	`decided_on` text,
	`evidence` text,
	`outcome` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exit_grounds_key` ON `exit_grounds` (`userid`,`ground`,`noted_on`);--> statement-breakpoint
CREATE TABLE `inspectors` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`userid` text NOT NULL,
	`place` text NOT NULL,
	`kind` text NOT NULL,
	`level` text,
	`appointed_on` text NOT NULL,
	`left_on` text,
	`term_start` text,
	`term_end` text,
	`term_no` integer,
	`retired` integer NOT NULL,
	`retired_on` text,
	`seconded_from` text,
	`seconded_to` text,
	`stages` text DEFAULT '[]' NOT NULL,
	`degree` text,
	`education_work_since` text,
	`record_ok` integer,
	`time_ok` integer,
	`health_ok` integer,
	`assessment_passed` integer,
	`recusals` text DEFAULT '[]' NOT NULL,
	`serving_school` text,
	`former_school` text,
	`former_left_on` text,
	`sex` text,
	`birth_month` text,
	`employer` text,
	`post` text,
	`title` text,
	`subjects` text DEFAULT '[]' NOT NULL,
	`card_no` text,
	`phone` text,
	`assessments` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inspectors_key` ON `inspectors` (`userid`);--> statement-breakpoint
CREATE TABLE `principal_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`school` text NOT NULL,
	`person` text NOT NULL,
	`start_on` text,
	`end_on` text,
	`left_on` text,
	`explanation` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `principal_terms_key` ON `principal_terms` (`school`,`person`,`start_on`);--> statement-breakpoint
CREATE TABLE `studios` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`studio` text NOT NULL,
	`place` text NOT NULL,
	`lead` text NOT NULL,
	`open_on` text,
	`closed_on` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `studios_key` ON `studios` (`studio`);--> statement-breakpoint
CREATE TABLE `training` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`userid` text NOT NULL,
	`title` text NOT NULL,
	`form` text NOT NULL,
	`organizer_level` text NOT NULL,
	`start_on` text NOT NULL,
	`end_on` text NOT NULL,
	`hours` real NOT NULL,
	`verified` integer DEFAULT false NOT NULL,
	`verified_on` text,
	`not_duplicate` integer DEFAULT false NOT NULL,
	`organizer` text,
	`pre_duty` integer,
	`topic` text,
	`proof` text,
	`verified_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `training_key` ON `training` (`userid`,`title`,`start_on`);--> statement-breakpoint
CREATE TABLE `zones` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`place` text NOT NULL,
	`zone` text NOT NULL,
	`leader` text,
	`schools` text DEFAULT '[]' NOT NULL,
	`liaison` text,
	`members` text DEFAULT '[]' NOT NULL,
	`from` text,
	`to` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `zones_key` ON `zones` (`place`,`zone`);--> statement-breakpoint
CREATE TABLE `accountability` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`no` text NOT NULL,
	`place` text NOT NULL,
	`target` text NOT NULL,
	`measure` text NOT NULL,
	`decided_on` text NOT NULL,
	`published_on` text,
	`not_public_reason` text,
	`basis` text,
	`in_force_on` text,
	`link` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accountability_key` ON `accountability` (`no`);--> statement-breakpoint
CREATE TABLE `interviews` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`no` text NOT NULL,
	`place` text NOT NULL,
	`target_type` text NOT NULL,
	`target` text NOT NULL,
	`organizers` text DEFAULT '[]' NOT NULL,
	`proposed_on` text,
	`notified_on` text,
	`held_on` text,
	`record_file` text,
	`signed_on` text,
	`filed_party_on` text,
	`filed_government_on` text,
	`filed_superior_on` text,
	`persons` text DEFAULT '[]' NOT NULL,
	`interviewers` text DEFAULT '[]' NOT NULL,
	`recorder` text,
	`reason` text,
	`approved_on` text,
	`commitment` text,
	`due_on` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `interviews_key` ON `interviews` (`no`);--> statement-breakpoint
CREATE TABLE `supervisions` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`no` text NOT NULL,
	`place` text NOT NULL,
	`target_type` text NOT NULL,
	`supervision_kind` text NOT NULL,
	`targets` text DEFAULT '[]' NOT NULL,
	`year` integer,
	`planned_on` text,
	`started_on` text,
	`on_site_from` text,
	`on_site_to` text,
	`report_on` text,
	`published_on` text,
	`not_public_reason` text,
	`theme` text,
	`team` text DEFAULT '[]' NOT NULL,
	`notified_on` text,
	`opinion_on` text,
	`link` text,
	`cites` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `supervisions_key` ON `supervisions` (`no`);--> statement-breakpoint
CREATE TABLE `__new_assignments` (
	`inspector` text NOT NULL,
	`school` text NOT NULL,
	`from_on` text DEFAULT '' NOT NULL,
	`to_on` text,
	`override_reason` text,
	`plaque_on` text,
	`withdrawn` integer DEFAULT false NOT NULL,
	`seq` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`inspector`, `school`, `from_on`)
);
--> statement-breakpoint
INSERT INTO `__new_assignments`("inspector", "school", "from_on", "to_on", "override_reason", "plaque_on", "withdrawn", "seq") SELECT "inspector", "school", coalesce("from_on", ''), "to_on", NULL, NULL, 0, 0 FROM `assignments`;--> statement-breakpoint
DROP TABLE `assignments`;--> statement-breakpoint
ALTER TABLE `__new_assignments` RENAME TO `assignments`;--> statement-breakpoint
CREATE INDEX `assignments_by_school` ON `assignments` (`school`);--> statement-breakpoint
ALTER TABLE `cases` ADD `issued_on` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `acknowledged_on` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `report_on` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `resolved_by_section` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `origin` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `filed` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `visits` ADD `visit_type` text DEFAULT 'routine' NOT NULL;--> statement-breakpoint
ALTER TABLE `visits` ADD `filed` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `visits` ADD `matters` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `basis` text;--> statement-breakpoint
ALTER TABLE `settings` ADD `seq` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `working_days` ADD `filed` integer DEFAULT false NOT NULL;--> statement-breakpoint
-- What has been told of a round until now stands on its notice and its report.
UPDATE `cases` SET
  `issued_on` = (SELECT n.`issued_on` FROM `notices` n WHERE n.`id` = `cases`.`notice` AND n.`no` IS NOT NULL),
  `acknowledged_on` = (SELECT date(n.`ack_at` / 1000 + 28800, 'unixepoch') FROM `notices` n WHERE n.`id` = `cases`.`notice`),
  `report_on` = CASE WHEN `state` IN ('report_submitted', 'reinspecting', 'closed') THEN
    (SELECT date(max(r.`confirmed_at`) / 1000 + 28800, 'unixepoch') FROM `reports` r WHERE r.`notice` = `cases`.`notice`) END
WHERE `notice` IS NOT NULL;--> statement-breakpoint
UPDATE `cases` SET `resolved_by_section` = 1 WHERE `state` = 'closed' AND `severity` = 'complex' AND `notice` IS NULL;--> statement-breakpoint
-- The seats of the city's committee (S-1).
INSERT INTO `seat_list` (`id`, `seq`, `place`, `seat`, `position`, `valid_from`) VALUES
  ('record:seat_list:city|分管教育工作的市政府领导', 0, 'city', '分管教育工作的市政府领导', 'chair', '2020-01-01'),
  ('record:seat_list:city|市政府副秘书长', 0, 'city', '市政府副秘书长', 'vice_chair', '2020-01-01'),
  ('record:seat_list:city|市教育局局长', 0, 'city', '市教育局局长', 'vice_chair', '2020-01-01'),
  ('record:seat_list:city|市教育局总督学', 0, 'city', '市教育局总督学', 'vice_chair', '2020-01-01'),
  ('record:seat_list:city|市委组织部', 0, 'city', '市委组织部', 'member', '2020-01-01'),
  ('record:seat_list:city|市委宣传部', 0, 'city', '市委宣传部', 'member', '2020-01-01'),
  ('record:seat_list:city|市委统战部', 0, 'city', '市委统战部', 'member', '2020-01-01'),
  ('record:seat_list:city|市委编办', 0, 'city', '市委编办', 'member', '2020-01-01'),
  ('record:seat_list:city|市发改委', 0, 'city', '市发改委', 'member', '2020-01-01'),
  ('record:seat_list:city|市教育局', 0, 'city', '市教育局', 'member', '2020-01-01'),
  ('record:seat_list:city|市科技局', 0, 'city', '市科技局', 'member', '2020-01-01'),
  ('record:seat_list:city|市公安局', 0, 'city', '市公安局', 'member', '2020-01-01'),
  ('record:seat_list:city|市财政局', 0, 'city', '市财政局', 'member', '2020-01-01'),
  ('record:seat_list:city|市人社局', 0, 'city', '市人社局', 'member', '2020-01-01'),
  ('record:seat_list:city|市自然资源局', 0, 'city', '市自然资源局', 'member', '2020-01-01'),
  ('record:seat_list:city|市住建局', 0, 'city', '市住建局', 'member', '2020-01-01'),
  ('record:seat_list:city|市农业农村局', 0, 'city', '市农业农村局', 'member', '2020-01-01'),
  ('record:seat_list:city|市卫健委', 0, 'city', '市卫健委', 'member', '2020-01-01'),
  ('record:seat_list:city|市应急管理局', 0, 'city', '市应急管理局', 'member', '2020-01-01'),
  ('record:seat_list:city|市审计局', 0, 'city', '市审计局', 'member', '2020-01-01'),
  ('record:seat_list:city|市市场监管局', 0, 'city', '市市场监管局', 'member', '2020-01-01'),
  ('record:seat_list:city|市体育局', 0, 'city', '市体育局', 'member', '2020-01-01'),
  ('record:seat_list:city|市统计局', 0, 'city', '市统计局', 'member', '2020-01-01'),
  ('record:seat_list:city|市扶贫办', 0, 'city', '市扶贫办', 'member', '2020-01-01'),
  ('record:seat_list:city|市大数据发展管理局', 0, 'city', '市大数据发展管理局', 'member', '2020-01-01'),
  ('record:seat_list:city|团市委', 0, 'city', '团市委', 'member', '2020-01-01');
