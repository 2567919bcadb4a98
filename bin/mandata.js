#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { runWithRuntime } from './runtime.js';

await runWithRuntime(fileURLToPath(new URL('../src/doors/cli/main.ts', import.meta.url)), process.argv.slice(2));
