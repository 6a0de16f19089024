// The frame of a step: title, question, time left, the work, and the bar with the one main action.

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Live } from "../live";
import { Beside } from "./beside";
import { Skip } from "./gate";
import { besideOf } from "./given";
import { Safety } from "./safety";
import { Told } from "./told";
import { Late } from "./late";
import { TimeLeft } from "./time";
import { Unsent } from "./unsent";

interface PageProps {
  live: Live;
  title: ComponentChildren;
  lead?: string;
  aside?: string; // a short count beside the title
  calm?: boolean;
  beside?: boolean; // with what an earlier step found, when the script asks for it
  children?: ComponentChildren;
  foot?: ComponentChildren;
}

// The page on which I do the step itself.
const works = (live: Live, lead?: string) => live.stage.value?.now.state === "open" && !!lead && lead === live.parts.value.about?.prompt;

export function Page({ live, title, lead, aside, calm, beside, children, foot }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    if (document.activeElement === document.body) heading.current!.focus({ preventScroll: true }); // the button that brought me here is gone
  }, []);
  return (
    <>
      <main class={calm ? "calm" : undefined}>
        <div>
          <div class="head">
            <h1 tabIndex={-1} ref={heading}>{title}</h1>
            {aside && <span class="small soft tabular">{aside}</span>}
          </div>
          {lead && <p>{lead}</p>}
          {works(live, lead) && <Told live={live} />}
          <TimeLeft live={live} />
        </div>
        {beside && <Beside beside={besideOf(live.parts.value)} />}
        <Unsent live={live} />
        <Late live={live} />
        {children}
        <Safety live={live} />
        {works(live, lead) && <Skip live={live} />}
      </main>
      {foot && <footer class="bottom">{foot}</footer>}
    </>
  );
}
