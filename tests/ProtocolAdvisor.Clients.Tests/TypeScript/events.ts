import type { components, paths } from "./obj/contract.js";

type Schemas = components["schemas"];
type Stream = Exclude<paths["/v1/assessments/stream"]["post"]["responses"]["200"]["content"]["text/event-stream"], string>;

/** What each event of a run holds, by its name. */
interface Told {
  source: Schemas["SourceReport"];
  discovery: Schemas["DiscoveryReport"];
  endpoint: Schemas["EndpointReport"];
  mailbox: Schemas["MailboxReport"];
  provisional: Schemas["ProvisionalReport"];
  recommendation: Schemas["RecommendationReport"];
  stored: Schemas["StoredEvent"];
  report: Schemas["AssessmentReport"];
  problem: Schemas["ApiProblem"];
}

type Same<A, B> = [A, B] extends [B, A] ? true : false;
type Holds<Claim extends true> = Claim;

/** Does not compile once the contract knows more events, or fewer. */
export type NothingIsMissing = Holds<Same<Told[keyof Told], Stream>>;

/** One event: its name tells of which type its data is. */
export type RunEvent = { [Name in keyof Told]: { name: Name; data: Told[Name] } }[keyof Told];

/** Reads the events of a run as they come. Leaving the loop closes the connection, and that cancels the run. */
export async function* eventsOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<RunEvent> {
  let begun = "";
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const whole = (begun + text).split("\n\n");
    begun = whole.pop() ?? "";
    for (const lines of whole) {
      const event = eventIn(lines.split("\n"));
      if (event !== undefined) yield event;
    }
  }
}

function eventIn(lines: string[]): RunEvent | undefined {
  const name = valueOf("event: ", lines);
  const data = valueOf("data: ", lines);
  if (name === undefined || data === undefined) return undefined; // a comment, which only keeps the line alive
  const event: RunEvent = JSON.parse(`{"name":"${name}","data":${data}}`);
  return event;
}

function valueOf(field: string, lines: string[]): string | undefined {
  return lines.find((line) => line.startsWith(field))?.slice(field.length);
}
