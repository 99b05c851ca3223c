import { LEVEL_NAMES, overlapText, trainingFields, uncountedText } from '#cards/training.ts'
import { verifyCard } from '#cards/entry.ts'
import type { Entry } from '#db/entries.ts'
import { recordId } from '#db/filing.ts'
import { recordOf, trainingOf, type TrainingRow } from '#db/on-file.ts'
import { officePeople } from '#db/people.ts'
import { photosOf } from '#db/photos.ts'
import { dayText, type Day } from '#src/domain/day.ts'
import type { TrainingSaid } from '#src/domain/entry.ts'
import { INSPECTOR_ROLES } from '#src/domain/person.ts'
import type { UserId } from '#src/domain/words.ts'
import { trainingSaid } from '#src/language/entries/training.ts'
import type { Context } from '../context.ts'
import { entrySubject, file, type Entering, type Question } from '../entries/entering.ts'
import { card, plan, type Post } from '../plan.ts'
import { nameOf } from '../show.ts'

/** What a complete one says. */
type Complete = Required<Omit<TrainingSaid, 'form'>> & Pick<TrainingSaid, 'form'>

/** 登记培训 10月22到24号 市里督学培训班 24学时 (policy.md 5.7): an inspector's own; it waits for the office's 核验. */
export const training: Entering<TrainingSaid> = {
  title: '登记培训',
  notYours: '学时由督学本人登记，督导办核验；一批人的请用表格导入。',
  called: /培训|学时|课时|研修/,
  receipt: { title: '培训已登记（待核验）', hint: '核验之前填错了可以撤回' },
  role: (ctx) => ctx.me.roles.find((role) => INSPECTOR_ROLES.includes(role)) ?? null,
  county: (ctx) => ctx.me.county,
  hears: (_, heard) => trainingSaid(heard),
  question: async (_, said) => questionOf(said),
  shows: async (ctx, said) => ({
    fields: [...trainingFields(said, ctx.today), { name: '核验', value: '待核' }],
    hints: await hintsOf(ctx, ctx.me.userid, said, '请发培训证明的照片，7天内直接发来就行'),
  }),
  refusal: async (ctx, said) => refusalOf(ctx, said as Complete),
  async files(ctx, entry, values, role) {
    const said = values as Complete
    const photos = await photosOf(ctx.db, entrySubject(entry.id))
    const id = idOf(ctx, said)
    const fields = {
      userid: ctx.me.userid,
      ...said,
      form: said.form ?? 'concentrated',
      verified: false,
      notDuplicate: false,
      proof: photos.length > 0 ? `照片${photos.length}张` : null,
    }
    return {
      record: id,
      plan: plan({
        writes: await file(ctx, 'training', id, fields, role),
        reply: `已登记，待督导办核验。${photos.length > 0 ? '' : '证明照片还没收到，7天内直接发来就行。'}`,
        send: await verifyPosts(ctx, { ...entry, seq: entry.seq + 1 }, said),
      }),
    }
  },
  takenBack: async (_, { id }) => ({ settle: [{ subject: verificationSubject(id), outcome: '已撤回' }] }),
}

const HALF = 0.5
const MOST_HOURS = 400

const isHours = (hours: number | undefined): boolean =>
  hours !== undefined && hours > 0 && hours <= MOST_HOURS && Number.isInteger(hours / HALF)

/** The one thing that is missing, in the order of the form. */
function questionOf({ title, organizerLevel, startOn, hours }: TrainingSaid): Question | null {
  if (!title) return { slot: 'title', ask: '培训叫什么名称？请直接回复', open: true }
  if (!startOn) return { slot: 'startOn', ask: '哪天到哪天？例如：10月22日到24日' }
  if (!isHours(hours))
    return { slot: 'hours', ask: '多少学时？按证书上的填，可以有半学时，例如：24学时', unit: '学时' }
  if (organizerLevel) return null
  const choices = Object.entries(LEVEL_NAMES).map(([value, label]) => ({ value, label }))
  return { slot: 'organizerLevel', ask: '哪一级主办的？', choices }
}

async function refusalOf(ctx: Context, { title, startOn, endOn }: Complete): Promise<string | null> {
  if (endOn > ctx.today) return '培训还没结束，结束后再登记；日期不对请直接说。'
  const onFile = await recordOf(ctx.db, 'training', idOf(ctx, { title, startOn }))
  return onFile && !onFile.withdrawn ? `「${title}」${dayText(startOn, ctx.today)}这次已经登记过了。` : null
}

const idOf = (ctx: Context, { title, startOn }: Pick<Complete, 'title' | 'startOn'>): string =>
  recordId('training', [ctx.me.userid, title, startOn])

/** His other training on the same days. */
export async function overlapping(
  ctx: Context,
  userid: UserId,
  { title, startOn, endOn = startOn }: TrainingSaid,
): Promise<TrainingRow[]> {
  if (!startOn || !endOn) return []
  const others = await trainingOf(ctx.db, userid)
  return others.filter(
    (each) => each.startOn <= endOn && each.endOn >= startOn && !isSame(each, { title, startOn }),
  )
}

const isSame = (row: TrainingRow, { title, startOn }: { title: string | undefined; startOn: Day }): boolean =>
  row.title === title && row.startOn === startOn

async function hintsOf(
  ctx: Context,
  userid: UserId,
  said: TrainingSaid,
  ...more: string[]
): Promise<string[]> {
  const others = (await overlapping(ctx, userid, said)).filter((each) => each.form === 'concentrated')
  const uncounted = uncountedText(said)
  return [
    ...(uncounted ? [uncounted] : []),
    ...(others.length > 0 && !uncounted ? [overlapText(others, ctx.today)] : []),
    ...more,
  ]
}

/** What the office's cards are about: a press on an old one of them leaves the author's alone. */
export const verificationSubject = (id: string): string => `verify:${id}`

/** To the office of the inspector's place, never to himself: the facts, the pictures, and what is to be decided. */
export async function verifyPosts(ctx: Context, entry: Entry, said: TrainingSaid): Promise<Post[]> {
  const office = await officePeople(ctx.db, entry.county, ctx.today)
  const posts: Post[] = []
  for (const { userid } of office)
    if (userid !== entry.author) posts.push(...(await verifyPost(ctx, entry, said, userid)))
  return posts
}

/** The card with 核验 and 退回 to one person of the office. */
export async function verifyPost(
  ctx: Context,
  entry: Entry,
  said: TrainingSaid,
  to: UserId,
): Promise<Post[]> {
  const subject = verificationSubject(entry.id)
  const photos = (await photosOf(ctx.db, entrySubject(entry.id))).flatMap(({ sha256 }) =>
    sha256 ? [sha256] : [],
  )
  const overlaps = (await overlapping(ctx, entry.author, said)).length > 0
  const shown = verifyCard({
    id: entry.id,
    seq: entry.seq,
    title: '督学培训待核验',
    fields: [{ name: '督学', value: await nameOf(ctx, entry.author) }, ...trainingFields(said, ctx.today)],
    hints: await hintsOf(ctx, entry.author, said, photos.length > 0 ? '证明照片见上' : '证明照片还没有收到'),
    overlaps,
  })
  const images = photos.slice(0, PHOTOS_SHOWN).map((sha256, i): Post => ({
    to,
    subject,
    message: { kind: 'image', sha256, name: `培训证明${i + 1}.jpg` },
  }))
  return [...images, card(to, subject, shown)]
}

const PHOTOS_SHOWN = 3
