export { type CompiledEngineOptions, createCompiledEngine, type EngineEvents } from './engine.ts';
export { FinishedJson, plainData, stringifyResult } from './finished-json.ts';
