import * as accounts from './select/accounts.ts';
import * as canvas from './insight/canvas.ts';
import * as sources from './insight/sources.ts';
import * as compare from './select/compare.ts';
import * as assessments from './select/assessments.ts';
import * as decisions from './select/decisions.ts';
import * as facts from './select/facts.ts';
import * as imports from './select/imports.ts';
import * as models from './select/models.ts';
import * as panels from './select/panels.ts';
import * as portfolio from './select/portfolio.ts';
import * as robustness from './select/robustness.ts';
import * as weighings from './select/weighings.ts';
import * as structure from './select/structure.ts';
import * as workspace from './trust/workspace.ts';

/** The whole API on one screen: method and path (OpenAPI style) → what crosses. */
export const endpoints = {
  'GET /api/setup': workspace.readSetup,
  'POST /api/setup/administrator': workspace.createAdministrator,
  'POST /api/sign-in': workspace.signIn,
  'POST /api/sign-out': workspace.signOut,
  'GET /api/me': workspace.readMe,
  'PATCH /api/me': workspace.changeMe,
  'POST /api/me/password': workspace.changePassword,
  'GET /api/stream': workspace.liveStream,

  'GET /api/accounts': accounts.listAccounts,
  'POST /api/accounts': accounts.createAccounts,
  'POST /api/accounts/preview': accounts.previewAccounts,
  'GET /api/accounts/duplicates': accounts.suspectedDuplicates,
  'GET /api/accounts/export': portfolio.exportAccounts,
  'GET /api/accounts/{id}': accounts.readAccount,
  'PATCH /api/accounts/{id}': accounts.editAccount,
  'POST /api/accounts/{id}/archive': accounts.archiveAccount,
  'POST /api/accounts/{id}/marks': accounts.markAccount,
  'PUT /api/accounts/{id}/team': accounts.assignTeam,
  'GET /api/accounts/{id}/invoices': accounts.listInvoices,
  'GET /api/accounts/{id}/timeline': workspace.readTimeline,
  'GET /api/accounts/{id}/facts': facts.listFacts,
  'POST /api/accounts/{id}/facts': facts.recordFacts,
  'PATCH /api/facts/{id}': facts.editFact,
  'POST /api/facts/{id}/withdraw': facts.withdrawFact,
  'GET /api/accounts/{id}/sources': sources.listSources,
  'POST /api/accounts/{id}/sources': sources.uploadSource,
  'POST /api/accounts/{id}/sources/text': sources.pasteSource,
  'POST /api/accounts/{id}/sources/address': sources.citeAddress,
  'GET /api/sources/{id}': sources.readSource,
  'GET /api/sources/{id}/pages': sources.readPages,
  'GET /api/sources/{id}/file': sources.downloadSource,
  'POST /api/sources/{id}/withdraw': sources.withdrawSource,
  'GET /api/pages': sources.searchPages,
  'GET /api/accounts/{id}/canvas': canvas.readCanvas,
  'GET /api/accounts/{id}/questions': canvas.accountQuestions,
  'POST /api/accounts/{id}/questions': canvas.askQuestions,
  'GET /api/accounts/{id}/judgements': canvas.listJudgements,
  'POST /api/accounts/{id}/judgements': canvas.judgeBlock,
  'POST /api/accounts/{id}/places': canvas.placeFacts,
  'GET /api/questions': canvas.researchList,
  'PATCH /api/questions/{id}': canvas.editQuestion,
  'POST /api/questions/{id}/answer': canvas.answerQuestion,
  'POST /api/questions/{id}/reopen': canvas.reopenQuestion,
  'POST /api/questions/{id}/withdraw': canvas.withdrawQuestion,
  'GET /api/accounts/{id}/panels': panels.accountPanels,
  'POST /api/accounts/{id}/panels': panels.openPanel,
  'GET /api/panels': panels.listPanels,
  'GET /api/panels/{id}': panels.readPanel,
  'PUT /api/panels/{id}/marks': panels.keepMarks,
  'POST /api/panels/{id}/submit': panels.submitMarks,
  'POST /api/panels/{id}/decline': panels.decline,
  'POST /api/panels/{id}/reason': panels.giveReason,
  'POST /api/panels/{id}/close-entry': panels.closeEntry,
  'POST /api/panels/{id}/agree': panels.agree,
  'POST /api/panels/{id}/dissent': panels.dissent,
  'POST /api/panels/{id}/close': panels.closePanel,
  'POST /api/panels/{id}/cancel': panels.cancelPanel,
  'GET /api/accounts/{id}/decisions': decisions.listAccountDecisions,
  'POST /api/accounts/{id}/decisions': decisions.decideOnAccount,
  'GET /api/decisions': decisions.listDecisions,
  'GET /api/decisions/{id}': decisions.readDecision,
  'POST /api/decisions/{id}/withdraw': decisions.withdrawDecision,
  'POST /api/decisions/{id}/reviews': decisions.reviewDecision,
  'POST /api/reviews/{id}/withdraw': decisions.withdrawReview,
  'GET /api/find': accounts.findAnything,
  'GET /api/compare': compare.compareAccounts,

  'GET /api/assessments/export': assessments.exportAssessment,
  'POST /api/assessments/read': assessments.readAssessment,
  'POST /api/assessments': assessments.recordAssessment,

  'GET /api/portfolio': portfolio.readPortfolio,
  'GET /api/portfolio/stretch': portfolio.curveStretch,
  'GET /api/portfolio/bubbles': portfolio.readBubbles,
  'GET /api/portfolio/sheet': portfolio.readScoreSheet,
  'GET /api/portfolio/structure': structure.readStructure,
  'GET /api/portfolio/robustness': robustness.readRobustness,

  'GET /api/models': models.listModels,
  'POST /api/models': models.publishModel,
  'POST /api/models/check': models.checkModelFile,
  'GET /api/models/templates': models.listTemplates,
  'GET /api/models/compare': compare.compareModels,
  'GET /api/models/{id}': models.readModel,
  'GET /api/models/{id}/file': models.downloadModel,
  'POST /api/models/{id}/activate': models.activateModel,
  'GET /api/models/{id}/weighings': weighings.listWeighings,
  'POST /api/models/{id}/weighings': weighings.recordWeighing,
  'POST /api/weighings/{id}/withdraw': weighings.withdrawWeighing,
  'GET /api/schemas/score-model.json': models.readModelSchema,

  'POST /api/imports': imports.uploadImport,
  'GET /api/imports': imports.listImports,
  'GET /api/imports/{id}': imports.readImport,
  'POST /api/imports/{id}/preview': imports.previewImport,
  'POST /api/imports/{id}/check': imports.checkImport,
  'POST /api/imports/{id}/commit': imports.commitImport,
  'POST /api/imports/{id}/cancel': imports.cancelImport,
  'POST /api/imports/{id}/undo': imports.undoImport,
  'GET /api/imports/{id}/faults': imports.listFaults,
  'GET /api/imports/{id}/faults.csv': imports.downloadFaults,

  'GET /api/settings': workspace.readSettings,
  'PATCH /api/settings': workspace.changeSettings,
  'GET /api/members': workspace.listMembers,
  'POST /api/members': workspace.addMember,
  'PATCH /api/members/{id}': workspace.changeMember,
  'GET /api/events': workspace.listEvents,
  'POST /api/events/{id}/undo': workspace.undoEvent,
  'POST /api/demo': workspace.loadDemo,
  'DELETE /api/demo': workspace.removeDemo,
};
export type Endpoints = typeof endpoints;
