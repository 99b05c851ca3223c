/** What an office may settle otherwise than the default (policy.md 8). */
export type SettingName =
  /** General findings, too, go out only with the office's approval (8.6; off). */
  'general_notice_needs_approval'
