import { CITY, type Interview } from '#src/domain/records.ts'
import type { Check, Finding } from './check.ts'
import { inOrder } from './code-points.ts'
import { firstOf } from './levels.ts'

/** C8.3 (S-8): who must call an interview together, by whom it is held with; contract B4, measure 8. */
export const interviewOrganizers: Check = {
  id: 'C8.3',
  name: '约谈组织单位',
  clause: 'S-8',
  threshold: 'law',
  find: ({ records }) =>
    records.interviews
      .filter(({ proposedOn, notifiedOn, heldOn }) => proposedOn ?? notifiedOn ?? heldOn)
      .map(organizers),
}

function organizers(row: Interview): Finding {
  const missing = missingFrom(row)
  const isCalled = row.notifiedOn !== null || row.heldOn !== null
  return {
    subject: row.no,
    place: row.place,
    level: firstOf([missing.length === 0, 'ok'], [isCalled, 'breach'], [true, 'notice']),
    figures: { missing: inOrder(missing) },
    evidence: row.organizers,
  }
}

const OFFICE = 'supervision_office'
const PARTY = 'party_organization_department'
const EDUCATION = 'education_department'

function missingFrom({ targetType, organizers: present, place }: Interview): string[] {
  const lacking = (...needed: string[]) => needed.filter((each) => !present.includes(each))
  switch (targetType) {
    case 'school':
      return lacking(OFFICE, EDUCATION)
    case 'county_government': {
      // The office that counts here is the city's.
      const office = place === CITY ? lacking(OFFICE) : [OFFICE]
      const isJoined = present.some((each) => each !== OFFICE && each !== PARTY)
      return [...office, ...lacking(PARTY), ...(isJoined ? [] : ['department'])]
    }
    case 'department':
      return lacking(OFFICE)
  }
}
