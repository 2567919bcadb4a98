import { lawTerms } from '#reference/index.ts';
import { say } from '#kernel/i18n/say.ts';
import { defineCodeList, type CodeList, type ListedTerm } from '#engines/registers/index.ts';

type Row = readonly [id: string, en: string, ar: string, es: string, fr: string, ru: string, zh: string];

const termsOf = (rows: readonly Row[]): ListedTerm[] =>
  rows.map(([id, en, ar, es, fr, ru, zh]) => ({ id, label: { en, ar, es, fr, ru, zh } }));

export const crimeTypes: CodeList = defineCodeList('crime-types', say('Crime types'), lawTerms('crime-types'));

export const lawKinds: CodeList = defineCodeList(
  'law-kinds',
  say('Kind of law'),
  termsOf([
    ['constitution', 'Constitution', 'دستور', 'Constitución', 'Constitution', 'Конституция', '宪法'],
    ['act', 'Act', 'قانون', 'Ley', 'Loi', 'Закон', '法律'],
    ['code', 'Code', 'مدوّنة', 'Código', 'Code', 'Кодекс', '法典'],
    ['decree', 'Decree', 'مرسوم', 'Decreto', 'Décret', 'Указ', '法令'],
    ['ordinance', 'Ordinance', 'أمر تشريعي', 'Ordenanza', 'Ordonnance', 'Ордонанс', '条例'],
    ['regulation', 'Regulation', 'لائحة', 'Reglamento', 'Règlement', 'Постановление', '规章'],
  ]),
);

export const provisionKindList: CodeList = defineCodeList(
  'provision-kinds',
  say('Kind of provision'),
  termsOf([
    ['section', 'Section', 'بند', 'Sección', 'Section', 'Раздел', '节'],
    ['article', 'Article', 'مادة', 'Artículo', 'Article', 'Статья', '条'],
    ['rule', 'Rule', 'قاعدة', 'Regla', 'Règle', 'Правило', '规则'],
    ['clause', 'Clause', 'شرط', 'Cláusula', 'Clause', 'Положение', '条款'],
    ['paragraph', 'Paragraph', 'فقرة', 'Párrafo', 'Paragraphe', 'Пункт', '款'],
  ]),
);

export const relationList: CodeList = defineCodeList(
  'coverage-relations',
  say('Relation to the treaty'),
  termsOf([
    ['criminalises', 'Criminalises', 'يُجرِّم', 'Tipifica', 'Incrimine', 'Криминализует', '规定为犯罪'],
    ['defines', 'Defines', 'يُعرِّف', 'Define', 'Définit', 'Определяет', '作出定义'],
    ['penalises', 'Penalises', 'يُعاقِب', 'Sanciona', 'Sanctionne', 'Наказывает', '规定刑罚'],
    [
      'jurisdiction',
      'Gives jurisdiction',
      'يمنح الولاية القضائية',
      'Atribuye jurisdicción',
      'Fonde la compétence',
      'Устанавливает юрисдикцию',
      '确立管辖权',
    ],
    [
      'procedure',
      'Rules the procedure',
      'ينظّم الإجراءات',
      'Regula el procedimiento',
      'Règle la procédure',
      'Регулирует процедуру',
      '规范程序',
    ],
    [
      'cooperation',
      'Provides for cooperation',
      'ينصّ على التعاون',
      'Prevé la cooperación',
      'Prévoit la coopération',
      'Предусматривает сотрудничество',
      '规定合作',
    ],
    ['protection', 'Protects', 'يحمي', 'Protege', 'Protège', 'Обеспечивает защиту', '提供保护'],
    ['prevention', 'Prevents', 'يمنع', 'Previene', 'Prévient', 'Предупреждает', '预防'],
  ]),
);

export const coverageList: CodeList = defineCodeList(
  'coverage',
  say('Coverage'),
  termsOf([
    ['yes', 'Yes', 'نعم', 'Sí', 'Oui', 'Да', '是'],
    ['in-part', 'In part', 'جزئياً', 'En parte', 'En partie', 'Частично', '部分'],
    ['no', 'No', 'لا', 'No', 'Non', 'Нет', '否'],
    ['not-reviewed', 'Not reviewed', 'لم يُستعرَض', 'Sin examinar', 'Non examiné', 'Не рассмотрено', '尚未审议'],
  ]),
);

export const versionKinds: CodeList = defineCodeList(
  'law-language-versions',
  say('Kind of language version'),
  termsOf([
    ['original', 'Original', 'الأصل', 'Original', 'Original', 'Оригинал', '原文'],
    [
      'official',
      'Official translation',
      'ترجمة رسمية',
      'Traducción oficial',
      'Traduction officielle',
      'Официальный перевод',
      '官方译文',
    ],
    [
      'unofficial',
      'Unofficial translation',
      'ترجمة غير رسمية',
      'Traducción no oficial',
      'Traduction non officielle',
      'Неофициальный перевод',
      '非官方译文',
    ],
    [
      'machine',
      'Machine translation',
      'ترجمة آلية',
      'Traducción automática',
      'Traduction automatique',
      'Машинный перевод',
      '机器翻译',
    ],
  ]),
);
