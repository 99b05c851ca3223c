import { hasDocument } from './documents-in-force.ts'

/** C12.2 (S-12): the city and every government have rules for inspectors' costs; contract B4, measure 12. */
export const costRules = hasDocument(
  { id: 'C12.2', name: '督导费用办法', clause: 'S-12' },
  'cost_rules',
  (view) => view.places.governed,
)
