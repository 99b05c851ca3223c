/** The database that a command is about: that of the assistant started with the same environment. */
export const databasePath = (): string => process.env['DATABASE_PATH'] || 'data/dudao.db'
