/** What a column of a table of contacts holds. `ignore`: known, and never read. */
export type ContactField = 'name' | 'given' | 'family' | 'middle' | 'organisation' | 'department' | 'title' | 'email' | 'emailKind' | 'phone' | 'wechat' | 'school' | 'homeTown' | 'since';

/** Headers as exports write them, in lower case without blanks; English and Chinese, of LinkedIn, Google, Outlook, WeCom, and plain lists. */
const WORDS: Record<ContactField, readonly string[]> = {
  name: ['name', 'fullname', 'displayname', 'contactname', 'contact', '姓名', '名字', '联系人', '联系人姓名', '客户联系人', '成员姓名', '中文名'],
  given: ['firstname', 'givenname', '名'],
  family: ['lastname', 'familyname', 'surname', '姓', '姓氏'],
  middle: ['middlename', 'additionalname', '中间名'],
  organisation: ['company', 'organization', 'organisation', 'organizationname', 'organization1-name', 'employer', '公司', '公司名称', '单位', '工作单位', '企业', '企业名称', '机构'],
  department: ['department', 'organizationdepartment', 'organization1-department', '部门'],
  title: ['jobtitle', 'position', 'organizationtitle', 'organization1-title', 'role', '职务', '职位', '岗位', '头衔'],
  email: ['email', 'e-mail', 'emailaddress', 'e-mailaddress', 'mail', '邮箱', '电子邮箱', '电子邮件', '电子邮件地址', '邮件'],
  emailKind: ['e-mailtype', 'e-mail2type', 'e-mail3type', '电子邮件类型'],
  phone: ['phone', 'telephone', 'tel', 'mobile', 'mobilephone', 'businessphone', 'businessphone2', 'homephone', 'homephone2', 'otherphone', 'primaryphone', 'phonenumber', 'cell', '电话', '手机', '手机号', '手机号码', '联系电话', '移动电话', '商务电话', '办公电话', '座机'],
  wechat: ['wechat', 'wechatid', 'weixin', '微信', '微信号'],
  school: ['school', 'university', 'education', '学校', '毕业院校', '毕业学校', '院校'],
  homeTown: ['hometown', '籍贯', '家乡', '老家'],
  since: ['connectedon', '添加时间', '认识时间'],
};

const plain = (header: string): string => header.normalize('NFKC').toLowerCase().replace(/^\ufeff/, '').replace(/[\s*:()]+/g, '');

/** The field of a header; null where it is none of ours. Google numbers its lists: "E-mail 2 - Value". */
export function contactField(header: string): ContactField | null {
  const word = plain(header);
  if (/^e-mail\d+-value$/.test(word) || /^e-mail\d+address$/.test(word)) return 'email';
  if (/^phone\d+-value$/.test(word)) return 'phone';
  for (const [field, words] of Object.entries(WORDS)) if (words.includes(word)) return field as ContactField;
  return null;
}

/** Whose export a header row is. */
export function layoutOf(headers: readonly string[]): 'linkedin' | 'google' | 'outlook' | 'table' {
  const words = new Set(headers.map(plain));
  if (words.has('connectedon') && words.has('firstname')) return 'linkedin';
  if ([...words].some((word) => /^(?:e-mail|phone)1-value$/.test(word)) || words.has('groupmembership')) return 'google';
  if ((words.has('e-mailaddress') && words.has('e-maildisplayname')) || (words.has('电子邮件地址') && words.has('电子邮件显示名称'))) return 'outlook';
  return 'table';
}
