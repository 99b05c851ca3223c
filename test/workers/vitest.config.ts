import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const root = new URL('../..', import.meta.url).pathname

// The settings of the deployment that the ring plays; without them the Worker turns callbacks away.
const SETTINGS = {
  WECOM_CORP_ID: 'wwring',
  WECOM_AGENT_ID: '1000002',
  WECOM_SECRET: 'secret-of-the-ring',
  WECOM_TOKEN: 'ringtoken',
  WECOM_ENCODING_AES_KEY: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  WECOM_BOT_TOKEN: 'bottoken01',
  WECOM_BOT_ENCODING_AES_KEY: '4Ma3YBrSBbX2aez8MJpXGBne5LSDwgGqHbhM9WPYIws',
  WECOM_API_BASE: 'https://relay.example/simulator/wecom',
}

/** A ring of tests inside workerd, with a real D1 and the migrations as they are deployed. */
export default defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: `${root}wrangler.toml` },
      miniflare: {
        cf: false,
        bindings: { ...SETTINGS, MIGRATIONS: await readD1Migrations(`${root}db/migrations`) },
        // Nothing leaves this machine: what no test answers fails.
        outboundService: () => {
          throw new Error('a request that nobody answers')
        },
      },
    })),
  ],
  test: { root, include: ['test/workers/**/*.test.ts'], testTimeout: 20_000, hookTimeout: 20_000 },
})
