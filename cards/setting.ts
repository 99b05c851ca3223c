import { dayText, type Day } from '#src/domain/day.ts'
import { encodeAction } from './action.ts'
import type { Card } from './card.ts'

/** To the office that wants it: what will hold from today. */
export const generalApprovalCard = (setting: {
  place: string
  on: boolean
  what: string
  today: Day
}): Card => ({
  kind: 'buttons',
  title: '一般问题审批设置（待确认）',
  note: '确认后生效；要改回来随时可以再说',
  fields: [
    { name: '范围', value: setting.place },
    { name: '生效', value: dayText(setting.today) },
  ],
  body: setting.what,
  buttons: [
    {
      label: '确认',
      action: encodeAction({
        act: 'setting_confirm',
        id: 'general-notice-needs-approval',
        seq: 0,
        arg: setting.on ? 'on' : 'off',
      }),
      style: 'main',
    },
  ],
})
