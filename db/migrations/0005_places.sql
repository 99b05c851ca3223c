CREATE INDEX `schools_by_county` ON `schools` (`county`);--> statement-breakpoint
CREATE INDEX `inspectors_by_place` ON `inspectors` (`place`);--> statement-breakpoint
CREATE INDEX `accountability_by_place` ON `accountability` (`place`);--> statement-breakpoint
CREATE INDEX `interviews_by_place` ON `interviews` (`place`);--> statement-breakpoint
CREATE INDEX `supervisions_by_place` ON `supervisions` (`place`);