import type { Day } from '#src/domain/day.ts'
import type { Matter, Severity, Stage } from '#src/domain/words.ts'
import type { CaseState } from '#src/policy/states.ts'
import { statusSlot } from '../contract/status.ts'
import type { Heard } from '../hear.ts'
import { mattersIn } from '../visits/matters.ts'
import { namedIn } from '../named.ts'
import type { PersonHeard } from '../people.ts'
import type { Period } from '../periods.ts'
import type { Registry } from '../schools/registry.ts'
import { blanked } from '../text.ts'
import type { Listening, SchoolHeard } from '../understanding.ts'

/** What a question about problems narrows them to; what was not said narrows nothing. */
export type CasesAsked = {
  schools: readonly SchoolHeard[]
  county: string | null
  /** Found within it, or for `closed` closed within it. */
  period: Period | null
  /** All that was found, what is still open, overdue, or put right. */
  about: 'found' | 'open' | 'overdue' | 'closed'
  /** The one step at which they wait, where it was named. */
  state: CaseState | null
  severities: readonly Severity[]
  matters: readonly Matter[]
  stage: Stage | null
  people: readonly PersonHeard[]
}

/** The steps by which offices call what waits. */
const STEPS: readonly (readonly [RegExp, CaseState])[] = [
  [/(?:待|未|没|还没|没有|等)(?:学校)?签收/, 'issued'],
  [/(?:待|未|没|还没|没有|等)(?:去)?(?:复查|复核|核查|验收)/, 'report_submitted'],
  [/(?:待|未|没|还没|没有|等)(?:办公室|督导办)?(?:审批|审核|批准|批)/, 'pending_approval'],
  [/(?:待|等)(?:办公室|督导办)?(?:确认)?销号/, 'reinspecting'],
  [/(?:转|交)(?:给|到|了)?(?:我们?)?(?:[^,。]{0,4})(?:科室?|股|中心)|协商意见/, 'referred'],
]

const GRAVE: readonly Severity[] = ['serious', 'urgent']
const SEVERITIES: readonly (readonly [RegExp, readonly Severity[]])[] = [
  [/重大|紧急/, ['urgent']],
  [/严重/, GRAVE],
  [/一般(?:性|的)?(?:问题|隐患|整改)/, ['general']],
  [/小问题|轻微/, ['minor']],
  [/复杂(?:问题)?/, ['complex']],
]

/** 安全 alone means whatever can hurt somebody, 教学 what is taught. */
const BROAD: readonly (readonly [RegExp, readonly Matter[]])[] = [
  [/食品|食堂|饮食|厨房/, ['canteen_health']],
  [/安全/, ['safety', 'kindergarten_safety', 'canteen_health']],
  [/师德/, ['teachers', 'kindergarten_ethics']],
  [/收费/, ['admission_fees']],
  [/教学(?![点楼])|课堂/, ['curriculum']],
]

/** 整改台账 and 问题清单 are lists, no matter of governance. */
const LISTS = /台账|清单|名单|制度|通知书?|报告|记录/g

/** What a question about problems asks for, besides that it asks. */
export function casesAsked(heard: Heard, registry: Registry, listening: Listening): CasesAsked {
  const { county, period, stage, people } = namedIn(heard, registry, listening)
  const nameless = blanked(
    heard.plain,
    heard.schools.map(({ span }) => span),
  )
  const state = STEPS.find(([pattern]) => pattern.test(nameless))?.[1] ?? null
  return {
    schools: heard.schools,
    county: heard.schools.length > 0 ? null : (county?.value ?? null),
    period: period?.value ?? null,
    about: state ? 'open' : aboutIn(heard, period?.value ?? null, listening.today),
    state,
    severities: SEVERITIES.find(([pattern]) => pattern.test(nameless))?.[1] ?? [],
    matters: mattersAsked(nameless.replace(LISTS, ''), heard),
    stage: stage?.value ?? null,
    people,
  }
}

const FOUND = /发现|查出|检查出|新增|新出|出现/

function aboutIn(heard: Heard, period: Period | null, today: Day): CasesAsked['about'] {
  const status = statusSlot('query_rectifications', heard, today).status?.value
  if (status === 'overdue') return 'overdue'
  if (status === 'done') return 'closed'
  if (status === 'open') return 'open'
  return period || FOUND.test(heard.plain) ? 'found' : 'open'
}

/** The matters by their things (留样, 校车), else those of a wide word. */
function mattersAsked(plain: string, { lexicon }: Heard): Matter[] {
  const wide = BROAD.find(([pattern]) => pattern.test(plain))?.[1]
  const named = mattersIn(plain, lexicon).map(({ means }) => means)
  return [...new Set(wide ?? named)]
}
