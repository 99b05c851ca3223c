import type { Check } from './check.ts'
import { firstOf } from './levels.ts'

/** C11.3 (S-11): grounds for ending an appointment are dealt with; contract B4, measure 11. Nobody is ever removed by it. */
export const exitGrounds: Check = {
  id: 'C11.3',
  name: '督学退出',
  clause: 'S-11',
  threshold: 'default',
  find: (view) => {
    const open = Map.groupBy(
      view.records.exitGrounds.filter(({ decidedOn }) => decidedOn === null),
      ({ userid }) => userid,
    )
    return view.activeInspectors.map(({ card: { userid, place } }) => {
      const grounds = open.get(userid) ?? []
      return {
        subject: view.written(userid),
        place,
        person: userid,
        level: firstOf([grounds.length > 0, 'warning']),
        figures: { open: grounds.length },
        evidence: grounds.map(({ ground }) => ground),
      }
    })
  },
}
