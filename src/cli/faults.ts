/** The command line itself is wrong: exit code 2, with the usage. */
export class UsageFault extends Error {}

/** The input cannot be taken: exit code 1, with the sentence and nothing changed. */
export class CommandFault extends Error {}
