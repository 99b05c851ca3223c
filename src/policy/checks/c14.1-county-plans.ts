import { hasDocument } from './documents-in-force.ts'

/** C14.1 (S-14): every government has a plan for carrying the measures out; contract B4, measure 14. */
export const countyPlans = hasDocument(
  { id: 'C14.1', name: '落实方案', clause: 'S-14' },
  'implementation_plan',
  (view) => view.places.governments,
)
