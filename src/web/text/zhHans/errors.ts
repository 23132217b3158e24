import type { errors as en } from '../en/errors.ts';

export const errors: typeof en = {
  codes: {
    sign_in_required: '请重新登录。',
    forbidden: '你的角色不能这样做。',
    not_found: '内容不存在，或你无权查看。',
    invalid: '这里有内容不正确。',
    conflict: '刚刚有人改过这里。',
    too_many_requests: '尝试次数太多，请等一分钟再试。',
    too_large: '超过了大小限制。',
    file_refused: '无法读取这个文件。',
    busy: '服务器正忙于较长的任务，请稍后再试。',
    internal: '服务器出错了，没有任何内容被修改。',
    unreachable: '服务器没有响应。请检查网络后重试。',
  },
  reasons: {},
  fields: {},
  pageTitle: '这个页面无法显示',
  pageHelp: '没有任何内容被修改。请重试，或回到客户组合。',
  notFoundTitle: '没有这个页面',
  notFoundHelp: '地址可能已过时或有误。你的客户都在客户组合里。',
  toPortfolio: '打开客户组合',
  newVersion: '关键少数有新版本。',
  reload: '载入',
  technical: '供管理员查看的细节',
};
