/** A figure or name, already worded. */
type Value = string | number;

export const panel = {
  /** In the timeline of a customer. */
  happened: {
    opened: (p: { question: Value; assessors: Value }) => `Panel invited: “${p.question}” (${p.assessors})`,
    submitted: (p: { question: Value }) => `Marks submitted to the panel “${p.question}”`,
    declined: (p: { question: Value }) => `Declined to assess in the panel “${p.question}”`,
    cameBack: (p: { question: Value }) => `Came back to the panel “${p.question}”`,
    entryClosed: (p: { question: Value }) => `Entry of the panel “${p.question}” closed`,
    entryClosedWithout: (p: { question: Value; late: Value }) => `Entry of the panel “${p.question}” closed without ${p.late}`,
    reasoned: (p: { question: Value }) => `Reason given for a mark in the panel “${p.question}”`,
    agreed: (p: { question: Value; marks: Value }) => `Panel “${p.question}” agreed: ${p.marks}`,
    unagreed: (p: { question: Value; marks: Value }) => `Agreement of the panel “${p.question}” taken back: ${p.marks}`,
    dissented: (p: { name: Value; value: Value; reason: Value }) => `Holds on to ${p.name} ${p.value}: ${p.reason}`,
    dissentWithdrawn: (p: { name: Value }) => `Took the dissent on ${p.name} back`,
    closed: (p: { question: Value }) => `Panel “${p.question}” closed`,
    reopened: (p: { question: Value }) => `Panel “${p.question}” opened again`,
    cancelled: (p: { question: Value }) => `Panel “${p.question}” cancelled`,
    takenUp: (p: { question: Value }) => `Cancelled panel “${p.question}” taken up again`,
    mark: (p: { name: Value; value: Value }) => `${p.name} ${p.value}`,
  },
};
