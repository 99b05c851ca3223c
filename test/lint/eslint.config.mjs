import { defineConfig } from 'eslint/config'
import { parser, plugin } from 'typescript-eslint'

/** What neither the compiler nor the formatter sees. */
export default defineConfig(
  {
    files: ['**/*.ts'],
    plugins: { '@typescript-eslint': plugin },
    languageOptions: { parser, parserOptions: { projectService: true } },
    rules: {
      // A promise that nobody waits for is a message that may be lost.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'prefer-const': 'error',
      eqeqeq: 'error',
    },
  },
  {
    // The tools and Cloudflare look for a default export.
    files: ['**/*.config.ts', 'src/worker.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['test/**'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  { ignores: ['data/', '.wrangler/'] },
)
