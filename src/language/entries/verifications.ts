import type { Heard } from '../hear.ts'
import { hoursIn } from '../named.ts'
import type { Understanding } from '../understanding.ts'

const TRAINING = /学时|课时|培训/
const VERIFIES =
  /^(?:请)?核验|核(?:过|实|对|定|验)?(?:了|过了?|完了?|通过|无误)|审(?:核)?(?:过|通过)了?|属实|认定(?:了|通过)|(?:可以|能)核/
const NOT = /没|未|不|[?？吗]/

/** 李督学那24学时核过了: somebody else's hours that an office has looked through. */
export function readVerification({ plain }: Heard): Understanding | null {
  if (!TRAINING.test(plain) || !VERIFIES.test(plain) || NOT.test(plain)) return null
  return { intent: 'verify_training', hours: hoursIn(plain)?.value ?? null }
}
