import { expect, test } from 'vitest'
import { parseConfig } from '#src/config.ts'

const LOCAL = { LLM_BASE_URL: 'http://127.0.0.1:11434/v1/', LLM_MODEL: 'qwen3:8b' }

test('no model where nothing is set', () => {
  expect(parseConfig({ LLM_BASE_URL: '', LLM_MODEL: ' ' }).model).toBeNull()
})

test('a local model needs no key', () => {
  expect(parseConfig(LOCAL).model).toEqual({
    baseUrl: 'http://127.0.0.1:11434/v1',
    model: 'qwen3:8b',
    apiKey: null,
  })
  expect(parseConfig({ ...LOCAL, LLM_API_KEY: 'sk-1' }).model?.apiKey).toBe('sk-1')
})

test.each<[Record<string, string>, string]>([
  [{ LLM_BASE_URL: LOCAL.LLM_BASE_URL }, '模型的配置不完整'],
  [{ LLM_MODEL: 'qwen3:8b' }, '模型的配置不完整'],
  [{ LLM_API_KEY: 'sk-secret' }, '模型的配置不完整'],
  [{ ...LOCAL, LLM_BASE_URL: 'http://models.example.com/v1' }, 'LLM_BASE_URL 应以 https:// 开头'],
  [{ ...LOCAL, LLM_BASE_URL: 'models' }, 'LLM_BASE_URL 不是网址'],
])('%j is refused by name', (settings, said) => {
  expect(() => parseConfig(settings)).toThrow(said)
  expect(() => parseConfig(settings)).not.toThrow('sk-secret')
})
