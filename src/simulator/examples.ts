import { allSchools } from '#db/roster.ts'
import { personOf } from '#db/people.ts'
import type { Db } from '#db/store.ts'
import { dayOf } from '#src/domain/day.ts'
import { hasRole, INSPECTOR_ROLES, SCHOOL_ROLES } from '#src/domain/person.ts'
import type { Clock } from '#src/domain/ports.ts'
import { userId } from '#src/domain/words.ts'

/** Sentences to try, with a school that the person really has. */
export function examplesFor(db: Db, clock: Clock): (userid: string) => Promise<readonly string[]> {
  return async (userid) => {
    const person = await personOf(db, userId(userid), dayOf(clock.now()))
    if (!person) return ['你好']
    if (hasRole(person, SCHOOL_ROLES)) return ['收到', '留样和通道都改好了', '我们学校还有哪些问题没改']
    if (!hasRole(person, INSPECTOR_ROLES))
      return [`${person.county ?? '全市'}督学够不够`, '逾期没整改的有哪些', '本周小结', '县区对照表']
    const names = new Map((await allSchools(db)).map((school) => [school.code, school.name]))
    const [school] = person.assigned
    const name = (school && names.get(school)) ?? '实验小学'
    return [
      `昨天下午去了${name}，食堂留样记录不全，消防通道堆了桌椅，月底前改完`,
      '我这个月还差几所没去',
      '我学时够了吗',
      `${name}最近什么情况`,
    ]
  }
}
