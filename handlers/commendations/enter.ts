import type { Field } from '#cards/card.ts'
import { recordId } from '#db/filing.ts'
import { recordOf } from '#db/on-file.ts'
import { dayText, yearOf } from '#src/domain/day.ts'
import type { CommendationSaid } from '#src/domain/entry.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import { commendationSaid } from '#src/language/entries/commendations.ts'
import { namedIn } from '#src/language/named.ts'
import { roleForPlace } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { file, type Entering, type Question } from '../entries/entering.ts'
import { placeName, placeOf } from '../meetings/enter.ts'
import { plan } from '../plan.ts'

/** 登记表彰 章教督〔2025〕8号 11月10日印发 文清路小学、第七中学 个人李敏 (policy.md 5.8): an office's, once it is issued. */
export const commendation: Entering<CommendationSaid> = {
  title: '登记表彰',
  notYours: '表彰由印发通报这一级的督导办登记。',
  called: /表彰/,
  role: (ctx) => roleForPlace(ctx.me, 'enter_commendation', ctx.me.county),
  county: (ctx) => ctx.me.county,
  hears: (ctx, heard) =>
    commendationSaid(
      heard,
      namedIn(heard, ctx.registry, ctx.listening).people,
      (code) => ctx.roster.school(code as SchoolCode).name,
    ),
  question: async (_, said) => questionOf(said),
  shows: async (ctx, said) => ({ fields: fieldsOf(ctx, said), hints: [] }),
  refusal: refusalOf,
  async files(ctx, _, said, role) {
    const id = idOf(ctx, said)
    const { docNo, issuedOn, units = [], persons = [] } = said
    const fields = {
      place: placeOf(ctx),
      year: yearIn(ctx, said),
      title: titleOf(ctx, said),
      issuedOn,
      docNo,
      units,
      persons,
      use: [],
    }
    return {
      record: id,
      plan: plan({
        writes: await file(ctx, 'commendations', id, fields, role),
        reply: `已登记表彰：${docNo}，单位 ${units.length} 个，个人 ${persons.length} 名。`,
      }),
    }
  },
}

const yearIn = (ctx: Context, { issuedOn }: CommendationSaid): number => yearOf(issuedOn ?? ctx.today)
const titleOf = (ctx: Context, said: CommendationSaid): string =>
  said.title ?? `${yearIn(ctx, said)}年教育督导通报表彰`
const idOf = (ctx: Context, said: CommendationSaid): string =>
  recordId('commendations', [placeOf(ctx), yearIn(ctx, said), titleOf(ctx, said)])

function questionOf({ docNo, issuedOn, units = [], persons = [] }: CommendationSaid): Question | null {
  if (!docNo) return { slot: 'docNo', ask: '表彰文件的文号是什么？例如：章教督〔2025〕8号' }
  if (!issuedOn) return { slot: 'issuedOn', ask: '哪天印发的？请直接回复日期' }
  if (units.length + persons.length > 0) return null
  return { slot: 'units', ask: '表彰了哪些单位和个人？例如：单位：文清路小学、第七中学；个人：李敏' }
}

function fieldsOf(ctx: Context, said: CommendationSaid): Field[] {
  const { title, docNo, issuedOn, units = [], persons = [] } = said
  const optional = [
    ['名称', title ?? `${titleOf(ctx, said)}（默认）`],
    ['文号', docNo],
    ['印发', issuedOn && dayText(issuedOn, ctx.today)],
    ['单位', units.join('、')],
    ['个人', persons.join('、')],
  ] as const
  return [
    { name: '范围', value: placeName(ctx) },
    ...optional.flatMap(([name, value]) => (value ? [{ name, value }] : [])),
  ]
}

async function refusalOf(ctx: Context, said: CommendationSaid): Promise<string | null> {
  if (said.issuedOn && said.issuedOn > ctx.today) return '印发日期还没到，发文后再登记；日期不对请直接说。'
  const onFile = await recordOf(ctx.db, 'commendations', idOf(ctx, said))
  return onFile && !onFile.withdrawn && onFile['issuedOn'] !== null && onFile['docNo'] !== said.docNo
    ? `「${titleOf(ctx, said)}」已按 ${String(onFile['docNo'])} 登记过了。另一份文件请带上名称，例如：关于表彰××的通报。`
    : null
}
