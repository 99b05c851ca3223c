import type { Day } from '#src/domain/day.ts'
import type { PolicyDocument } from '#src/domain/records.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import { holds, latest } from './view/spans.ts'
import type { View } from './view/view.ts'

/** The documents of a kind that are in force on the day, by place. */
export function documentsInForce(
  { records, day }: View,
  kind: PolicyDocument['docKind'],
): (place: string) => readonly PolicyDocument[] {
  const inForce = records.documents.filter(
    ({ docKind, datedOn, repealedOn }) => docKind === kind && holds({ from: datedOn, to: repealedOn }, day),
  )
  const byPlace = Map.groupBy(inForce, ({ place }) => place)
  return (place) => byPlace.get(place) ?? []
}

export const latestDate = (documents: readonly PolicyDocument[]): Day | null =>
  latest(documents.map(({ datedOn }) => datedOn))

/** A check of nothing but that each of these places has such a document in force. */
export const hasDocument = (
  about: Pick<Check, 'id' | 'name' | 'clause'>,
  kind: PolicyDocument['docKind'],
  placesOf: (view: View) => readonly string[],
): Check => ({
  ...about,
  threshold: 'default',
  find: (view) => {
    const inForce = documentsInForce(view, kind)
    return placesOf(view).map((place) => finding(place, inForce(place)))
  },
})

const finding = (place: string, documents: readonly PolicyDocument[]): Finding => ({
  subject: place,
  place,
  level: firstOf([documents.length === 0, 'warning']),
  figures: { dated_on: latestDate(documents) },
  evidence: documents.map(({ title }) => title),
})
