#!/usr/bin/env node
import { resolve } from 'node:path';
import { runWithRuntime } from './runtime.js';

const [script, ...argv] = process.argv.slice(2);
await runWithRuntime(resolve(script), argv);
