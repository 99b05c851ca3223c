import { hasDocument } from './documents-in-force.ts'

/** C5.7 (S-5): the city and every government have rules for appraising schools; contract B4, measure 5. */
export const appraisalRules = hasDocument(
  { id: 'C5.7', name: '办学绩效考评制度', clause: 'S-5' },
  'appraisal_rules',
  (view) => view.places.governed,
)
