import type { Account } from '#db/accounts.ts'
import { INSPECTOR_ROLES, SCHOOL_ROLES } from '#src/domain/person.ts'
import type { Role } from '#src/domain/words.ts'
import { rolesOf } from './change-person.ts'

/** What somebody says that he no longer is; null: anything at all. */
export type Post = 'school' | 'inspector' | null

/** The roles of a post; null: all. */
export const rolesIn = (post: Post): readonly Role[] | null =>
  post === 'school' ? SCHOOL_ROLES : post === 'inspector' ? INSPECTOR_ROLES : null

/** The roles that he keeps when a post ends. */
export const remaining = (whom: Account, post: Post): Role[] =>
  rolesOf(whom).filter((each) => rolesIn(post)?.includes(each) === false)
