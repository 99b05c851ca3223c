import { openD1 } from '#db/d1.ts'
import { storeContract } from '#test/contracts/store.ts'
import { freshDatabase } from './database.ts'

storeContract('D1', async () => openD1(await freshDatabase()))
