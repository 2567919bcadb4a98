import { jsonData } from './json-data.ts';

export const jsonData1 = jsonData(1);
