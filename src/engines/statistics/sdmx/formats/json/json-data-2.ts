import { jsonData } from './json-data.ts';

export const jsonData2 = jsonData(2);
