/** Where a model answers: any endpoint that speaks `/chat/completions`. A local one needs no key. */
export type ModelConfig = { baseUrl: string; model: string; apiKey: string | null }
