/** To the inspector and to the people of the school that takes over. */
export const movedText = (from: string, to: string, no: string | null): string =>
  `${from}已并入${to}，整改通知 ${no ?? '（待审批）'} 由${to}继续办理，编号和期限不变。`

/** To the office: a school has closed and names no successor. */
export const closedSchoolText = (
  school: string,
  open: readonly { id: string; description: string }[],
): string =>
  [
    `${school}已停办，没有继任学校，还有 ${open.length} 件未办结：`,
    ...open.map((each) => `· ${each.id} ${each.description}`),
    '请登记继任学校，或与督学商定撤回。',
  ].join('\n')
