import { defineCodeList, type CodeList, type ListedTerm } from '#engines/registers/index.ts';
import { say } from '#kernel/i18n/say.ts';

type Row = readonly [id: string, en: string, ar: string, es: string, fr: string, ru: string, zh: string];

const termsOf = (rows: readonly Row[]): ListedTerm[] =>
  rows.map(([id, en, ar, es, fr, ru, zh]) => ({ id, label: { en, ar, es, fr, ru, zh } }));

export const treatyGroups: CodeList = defineCodeList(
  'treaty-groups',
  say('Group of instruments'),
  termsOf([
    [
      'organized-crime',
      'Organized crime',
      'الجريمة المنظمة',
      'Delincuencia organizada',
      'Criminalité organisée',
      'Организованная преступность',
      '有组织犯罪',
    ],
    ['corruption', 'Corruption', 'الفساد', 'Corrupción', 'Corruption', 'Коррупция', '腐败'],
    ['drugs', 'Drugs', 'المخدرات', 'Drogas', 'Drogues', 'Наркотики', '毒品'],
    ['terrorism', 'Terrorism', 'الإرهاب', 'Terrorismo', 'Terrorisme', 'Терроризм', '恐怖主义'],
    [
      'cybercrime',
      'Cybercrime',
      'الجريمة السيبرانية',
      'Ciberdelincuencia',
      'Cybercriminalité',
      'Киберпреступность',
      '网络犯罪',
    ],
  ]),
);

/** What the nineteen instruments against terrorism are about. */
export const treatySubjects: CodeList = defineCodeList(
  'treaty-subjects',
  say('Subject'),
  termsOf([
    [
      'civil-aviation',
      'Civil aviation',
      'الطيران المدني',
      'Aviación civil',
      'Aviation civile',
      'Гражданская авиация',
      '民用航空',
    ],
    [
      'maritime',
      'Maritime navigation and fixed platforms',
      'الملاحة البحرية والمنصات الثابتة',
      'Navegación marítima y plataformas fijas',
      'Navigation maritime et plates-formes fixes',
      'Морское судоходство и стационарные платформы',
      '海上航行与固定平台',
    ],
    [
      'persons',
      'Protection of persons',
      'حماية الأشخاص',
      'Protección de personas',
      'Protection des personnes',
      'Защита лиц',
      '人员保护',
    ],
    [
      'nuclear',
      'Nuclear material',
      'المواد النووية',
      'Materiales nucleares',
      'Matières nucléaires',
      'Ядерный материал',
      '核材料',
    ],
    ['explosives', 'Explosives', 'المتفجرات', 'Explosivos', 'Explosifs', 'Взрывчатые вещества', '炸药'],
    [
      'bombings',
      'Bombings',
      'الهجمات بالقنابل',
      'Atentados con bombas',
      'Attentats à l’explosif',
      'Бомбовый терроризм',
      '恐怖主义爆炸',
    ],
    [
      'financing',
      'Financing of terrorism',
      'تمويل الإرهاب',
      'Financiación del terrorismo',
      'Financement du terrorisme',
      'Финансирование терроризма',
      '资助恐怖主义',
    ],
  ]),
);

/** How far the facts of an instrument were compared with a published text. */
export const confidenceLevels: CodeList = defineCodeList(
  'treaty-confidence',
  say('Compared with a published text'),
  termsOf([
    ['in-part', 'In part', 'جزئياً', 'En parte', 'En partie', 'Частично', '部分'],
    ['not-yet', 'Not yet', 'ليس بعد', 'Todavía no', 'Pas encore', 'Ещё нет', '尚未'],
  ]),
);

/** Kinds of entries of the log; the ids are those of `status/action.ts`. */
export const actionKindList: CodeList = defineCodeList(
  'treaty-action-kinds',
  say('Kind of action'),
  termsOf([
    ['signature', 'Signature', 'التوقيع', 'Firma', 'Signature', 'Подписание', '签署'],
    [
      'definitive-signature',
      'Definitive signature',
      'التوقيع النهائي',
      'Firma definitiva',
      'Signature définitive',
      'Окончательное подписание',
      '确定签署',
    ],
    ['ratification', 'Ratification', 'التصديق', 'Ratificación', 'Ratification', 'Ратификация', '批准'],
    ['acceptance', 'Acceptance', 'القبول', 'Aceptación', 'Acceptation', 'Принятие', '接受'],
    ['approval', 'Approval', 'الموافقة', 'Aprobación', 'Approbation', 'Утверждение', '核准'],
    [
      'formal-confirmation',
      'Formal confirmation',
      'الإقرار الرسمي',
      'Confirmación oficial',
      'Confirmation formelle',
      'Официальное подтверждение',
      '正式确认',
    ],
    ['accession', 'Accession', 'الانضمام', 'Adhesión', 'Adhésion', 'Присоединение', '加入'],
    ['succession', 'Succession', 'الخلافة', 'Sucesión', 'Succession', 'Правопреемство', '继承'],
    [
      'consent',
      'Consent to be bound (kind not stated)',
      'الموافقة على الالتزام (النوع غير مذكور)',
      'Consentimiento en obligarse (sin precisar la forma)',
      'Consentement à être lié (forme non précisée)',
      'Согласие на обязательность (форма не указана)',
      '同意受约束（未说明方式）',
    ],
    [
      'provisional-application',
      'Provisional application',
      'التطبيق المؤقت',
      'Aplicación provisional',
      'Application provisoire',
      'Временное применение',
      '暂时适用',
    ],
    ['reservation', 'Reservation', 'تحفّظ', 'Reserva', 'Réserve', 'Оговорка', '保留'],
    ['declaration', 'Declaration', 'إعلان', 'Declaración', 'Déclaration', 'Заявление', '声明'],
    ['objection', 'Objection', 'اعتراض', 'Objeción', 'Objection', 'Возражение', '反对'],
    [
      'notification',
      'Notification under an article',
      'إخطار بموجب مادة',
      'Notificación en virtud de un artículo',
      'Notification au titre d’un article',
      'Уведомление по статье',
      '依条款作出的通知',
    ],
    ['communication', 'Communication', 'رسالة', 'Comunicación', 'Communication', 'Сообщение', '来文'],
    [
      'territorial-application',
      'Territorial application',
      'التطبيق الإقليمي',
      'Aplicación territorial',
      'Application territoriale',
      'Территориальное применение',
      '领土适用',
    ],
    [
      'withdrawal',
      'Withdrawal of an earlier action',
      'سحب إجراء سابق',
      'Retiro de una acción anterior',
      'Retrait d’une action antérieure',
      'Снятие (отзыв) более раннего действия',
      '撤回先前行动',
    ],
    ['denunciation', 'Denunciation', 'الانسحاب', 'Denuncia', 'Dénonciation', 'Денонсация', '退约'],
  ]),
);

export const participantKinds: CodeList = defineCodeList(
  'treaty-participants',
  say('Kind of participant'),
  termsOf([
    ['state', 'State', 'دولة', 'Estado', 'État', 'Государство', '国家'],
    [
      'organization',
      'Regional economic integration organization',
      'منظمة إقليمية للتكامل الاقتصادي',
      'Organización regional de integración económica',
      'Organisation régionale d’intégration économique',
      'Региональная организация экономической интеграции',
      '区域经济一体化组织',
    ],
    ['territory', 'Territory', 'إقليم', 'Territorio', 'Territoire', 'Территория', '领土'],
  ]),
);
