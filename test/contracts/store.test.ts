import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openNode } from '#db/node.ts'
import { storeContract } from './store.ts'

storeContract('Node, in memory', () => openNode(':memory:', { kind: 'live' }))

storeContract('Node, in a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dudao-store-'))
  const store = await openNode(join(folder, 'dudao.db'), { kind: 'live' })
  const close = async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  }
  return { ...store, close }
})
