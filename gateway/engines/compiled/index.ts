export { type CompiledEngineOptions, createCompiledEngine, type EngineEvents } from './engine.ts';
export { FinishedJson, stringifyResult } from './finished-json.ts';
