/** What the events of the room's components mean for its session. */
import type { CheckEvents } from "../../components/check-panel.js";
import type { ForwardEvents } from "../../components/forward-panel.js";
import type { CodeEvents } from "../../components/generated-code.js";
import type { DependenceEvents } from "../../components/jacobian-view.js";
import type { MoreEvents } from "../../components/more-menu.js";
import type { ProgramEvents } from "../../components/program-line.js";
import type { TabEvents } from "../../components/tab-panel.js";
import type { TimelineEvents } from "../../components/timeline-bar.js";
import type { WhyEvents } from "../../components/why-panel.js";
import { IS_SITE } from "../../product.js";
import type { CircuitEvents } from "../../scene/model.js";
import type { Session } from "./session.js";

type RoomEvents = CircuitEvents & ProgramEvents & TimelineEvents & TabEvents & Omit<MoreEvents, "table-toggle">;
type SiteEvents = CheckEvents &
  CodeEvents &
  WhyEvents &
  DependenceEvents &
  ForwardEvents & { "circuit-open": { link: string } };
type Handlers<Events> = { [Name in keyof Events]: (session: Session, detail: Events[Name]) => void };

const handlers: Handlers<RoomEvents> = {
  "number-why": (session, { key }) => session.ask(key),
  "node-select": (session, { node }) => session.select(node),
  "node-link": (session, { node }) => session.point(node),
  "route-link": (session, { route }) => session.pointAlong(route),
  "input-change": (session, detail) => session.drag.handle(detail),
  "group-toggle": (session, { node, group }) => session.pictures.toggle(node, group),
  "cover-reveal": ({ covers }, { key }) => covers.reveal(key),
  "cover-answer": ({ covers }, { key, text }) => covers.answer(key, text),
  "time-change": (session, { time }) => session.scrub(time),
  "program-edit": (session, { program }) => session.edit(program),
  "program-commit": (session) => session.commit(),
  "timeline-command": (session, { command }) => session.command(command),
  "speed-change": (session, { speed }) => session.setSpeed(speed),
  "tab-change": (session, { tab }) => session.show(tab),
  "output-change": (session, { output }) => session.choose({ output }),
  "start-change": (session, { value }) => session.choose({ outputAdjoint: value }),
  "circuit-reset": (session) => session.reset(),
};

const onSite = (): Handlers<SiteEvents> => ({
  "circuit-open": (session, { link }) => session.visit(link),
  "derivative-order": ({ workbench }, { order }) => workbench?.choose({ order }),
  "dependence-change": ({ workbench }, { dependence }) => workbench?.choose({ dependence }),
  "layout-change": (session, { layout }) => session.layOut(layout),
  "code-view": ({ workbench }, { view }) => workbench?.choose({ codeView: view }),
  "worksheet-change": ({ workbench }, { change }) => workbench?.worksheet.change(change),
  "check-choose": ({ workbench }, { of }) => workbench?.choose({ checkOf: of }),
  "forward-choose": (session, { along }) => session.forward?.choose(along),
  "forward-play": (session, { along }) => void session.forward?.play(along),
  "forward-end": (session) => session.forward?.end(),
});

export const EVENTS: Record<string, (session: Session, detail: never) => void> = IS_SITE
  ? { ...handlers, ...onSite() }
  : handlers;
