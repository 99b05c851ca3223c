CREATE TABLE `lexicon` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`state` text NOT NULL,
	`since` integer DEFAULT 0 NOT NULL,
	`kind` text NOT NULL,
	`word` text NOT NULL,
	`means` text NOT NULL
);
