import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import * as z from 'zod';

/** Judges figures one by one as SurveyJS would a form of three questions; true where it finds no fault. */
export type Judge = (figure: { year: number; unit: string; value: number }) => boolean;

const moduleSchema = z.looseObject({
  Model: z.custom<new (form: object) => Form>((given) => typeof given === 'function'),
});
interface Form {
  data: object;
  validate(focus: boolean): boolean;
}

/**
 * SurveyJS (survey-core) is no dependency of this project: MANDATA_BENCH_SURVEY_CORE names a folder in which
 * `npm install survey-core` was run. Undefined where it is not set.
 */
export async function surveyCore(): Promise<Judge | undefined> {
  const folder = process.env['MANDATA_BENCH_SURVEY_CORE'];
  if (folder === undefined) return undefined;
  const file = join(folder, 'node_modules', 'survey-core', 'fesm', 'survey-core.mjs');
  if (!existsSync(file)) return undefined;
  const { Model } = moduleSchema.parse(await import(pathToFileURL(file).href));
  const rule = (expression: string) => ({ type: 'expression', expression, text: 'no' });
  const form = new Model({
    elements: [
      { type: 'text', name: 'year', inputType: 'number', min: 1950, max: 2026, isRequired: true },
      { type: 'dropdown', name: 'unit', choices: ['NUMBER', 'PER_100000_POP', 'PT'], isRequired: true },
      {
        type: 'text',
        name: 'value',
        inputType: 'number',
        validators: [
          rule("{unit} <> 'PT' or ({value} >= 0 and {value} <= 100)"),
          rule("{unit} <> 'NUMBER' or ({value} >= 0 and {value} % 1 = 0)"),
        ],
      },
    ],
  });
  return (figure) => {
    form.data = figure;
    return form.validate(false);
  };
}
