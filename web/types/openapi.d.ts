// Written by generate.mjs out of infra/openapi.yaml: change that file and run `npm run generate`.

export interface paths {
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says that requests arrive */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description They do. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @constant */
                            status: "ok";
                            timestamp: components["schemas"]["Timestamp"];
                        };
                    };
                };
                500: components["responses"]["Error"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/livekit/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * LiveKit says what has happened
         * @description `Authorization` is a token signed with LiveKit's secret whose claim `sha256` covers the body's bytes. Anything
         *     else, an event older than 10 minutes, and one that was handled before get 401 and change nothing.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/webhook+json": components["schemas"]["MediaEvent"];
                };
            };
            responses: {
                /** @description Handled. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                401: components["responses"]["Error"];
                413: components["responses"]["Error"];
                500: components["responses"]["Error"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-studies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the studies of whoever asks, the latest first
         * @description Those they were invited to have the status `INVITED`; those they left are not listed. A study made a moment ago may
         *     be missing.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The studies. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            studies: components["schemas"]["Study"][];
                        };
                    };
                };
                401: components["responses"]["StudyError"];
                500: components["responses"]["StudyError"];
                503: components["responses"]["StudyUnavailable"];
            };
        };
        put?: never;
        /** Makes a study that belongs to whoever asks */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewStudy"];
                };
            };
            responses: {
                /** @description The study. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            study: components["schemas"]["Study"];
                        };
                    };
                };
                400: components["responses"]["StudyError"];
                401: components["responses"]["StudyError"];
                403: components["responses"]["StudyError"];
                413: components["responses"]["StudyError"];
                415: components["responses"]["StudyError"];
                500: components["responses"]["StudyError"];
                503: components["responses"]["StudyUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-studies/{studyId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                studyId: string;
            };
            cookie?: never;
        };
        /**
         * Shows a study, and what whoever asks is in it
         * @description To its members and to those who were invited; strangers are not told which studies exist.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    studyId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The study. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            study: components["schemas"]["Study"];
                        };
                    };
                };
                401: components["responses"]["StudyError"];
                403: components["responses"]["StudyError"];
                500: components["responses"]["StudyError"];
                503: components["responses"]["StudyUnavailable"];
            };
        };
        /**
         * Keeps a study as a tenant's own server has it
         * @description For front ends whose own server owns the studies: made or named anew under its own id, so that no page changes its
         *     ids. Only the license that made it may, with its token; saying it again changes nothing. The time zone is that of the
         *     first time. Numbers of 14 digits and more are meetings'.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    studyId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewStudy"];
                };
            };
            responses: {
                /** @description It was there. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            study: components["schemas"]["MirroredStudy"];
                        };
                    };
                };
                /** @description It is made. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            study: components["schemas"]["MirroredStudy"];
                        };
                    };
                };
                400: components["responses"]["StudyError"];
                401: components["responses"]["StudyError"];
                403: components["responses"]["StudyError"];
                413: components["responses"]["StudyError"];
                415: components["responses"]["StudyError"];
                500: components["responses"]["StudyError"];
                503: components["responses"]["StudyUnavailable"];
            };
        };
        post?: never;
        /**
         * Deletes a study
         * @description Owners may. Its call ends, and nobody belongs to it any more.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    studyId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Success"];
                    };
                };
                401: components["responses"]["StudyError"];
                403: components["responses"]["StudyError"];
                500: components["responses"]["StudyError"];
                503: components["responses"]["StudyUnavailable"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-studies/{studyId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                studyId: string;
            };
            cookie?: never;
        };
        /**
         * Lists the members of a study, and who is invited
         * @description Members may see it. The name and the picture are those of a member's own requests: `name` is empty for somebody who
         *     has sent none.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    studyId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The members. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            members: components["schemas"]["ListedStudyMember"][];
                        };
                    };
                };
                401: components["responses"]["StudyError"];
                403: components["responses"]["StudyError"];
                500: components["responses"]["StudyError"];
                503: components["responses"]["StudyUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-studies/{studyId}/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                studyId: string;
                userId: string;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Keeps a member of a study as a tenant's own server has them
         * @description What is said holds, whatever members have done here since: roles as well as who has left (`status: LEFT`), who is out
         *     of the call then. Name and picture stay as they are unless they are said. Needs the token of the license that keeps
         *     the study; saying it again changes nothing.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    studyId: string;
                    userId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MirroredMember"];
                };
            };
            responses: {
                /** @description They were known. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            member: components["schemas"]["KeptMember"];
                        };
                    };
                };
                /** @description They are added. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            member: components["schemas"]["KeptMember"];
                        };
                    };
                };
                400: components["responses"]["StudyError"];
                401: components["responses"]["StudyError"];
                403: components["responses"]["StudyError"];
                413: components["responses"]["StudyError"];
                415: components["responses"]["StudyError"];
                500: components["responses"]["StudyError"];
                503: components["responses"]["StudyUnavailable"];
            };
        };
        /**
         * Adds somebody, or invites them
         * @description Owners and admins may; only owners make owners and admins. Whoever is added is invited until they accept, with
         *     `PATCH` and `{status: ACTIVE}` of their own; a deployment that trusts whoever adds (the parameter `TrustedAdders`)
         *     makes them a member at once unless `status` says `INVITED`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    studyId: string;
                    userId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewStudyMember"];
                };
            };
            responses: {
                /** @description The member. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            member: components["schemas"]["StudyMember"];
                        };
                    };
                };
                400: components["responses"]["StudyError"];
                401: components["responses"]["StudyError"];
                403: components["responses"]["StudyError"];
                413: components["responses"]["StudyError"];
                415: components["responses"]["StudyError"];
                500: components["responses"]["StudyError"];
                503: components["responses"]["StudyUnavailable"];
            };
        };
        /**
         * Leaves, or makes somebody leave
         * @description Everybody may leave; owners and admins may make others leave. The last owner stays. Whoever is in the call of the
         *     study leaves it too, and its media room.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    studyId: string;
                    userId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description They have left. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Success"];
                    };
                };
                400: components["responses"]["StudyError"];
                401: components["responses"]["StudyError"];
                403: components["responses"]["StudyError"];
                404: components["responses"]["StudyError"];
                415: components["responses"]["StudyError"];
                500: components["responses"]["StudyError"];
                503: components["responses"]["StudyUnavailable"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Gives a role, or accepts an invitation
         * @description `role` is given by owners, `status: ACTIVE` by whoever was invited. The last owner keeps the role.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    studyId: string;
                    userId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StudyMemberChange"];
                };
            };
            responses: {
                /** @description The member. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            member: components["schemas"]["StudyMember"];
                        };
                    };
                };
                400: components["responses"]["StudyError"];
                401: components["responses"]["StudyError"];
                403: components["responses"]["StudyError"];
                404: components["responses"]["StudyError"];
                413: components["responses"]["StudyError"];
                415: components["responses"]["StudyError"];
                500: components["responses"]["StudyError"];
                503: components["responses"]["StudyUnavailable"];
            };
        };
        trace?: never;
    };
    "/api/my-studies/{studyId}/video-call/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                studyId: string;
            };
            cookie?: never;
        };
        /**
         * Lists past sessions, the latest first
         * @description A limit below 1 or above 100 counts as 1 or 100. Days are those of the study's time zone, and include all of
         *     themselves.
         */
        get: {
            parameters: {
                query?: {
                    /** @description A date or time in ISO 8601. */
                    endDate?: string;
                    limit?: number;
                    page?: number;
                    /** @description A date or time in ISO 8601. */
                    startDate?: string;
                };
                header?: never;
                path: {
                    studyId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page; beyond the last one it is empty. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            pagination: components["schemas"]["Pagination"];
                            sessions: components["schemas"]["PastStudySession"][];
                        };
                    };
                };
                400: components["responses"]["StudyError"];
                401: components["responses"]["StudyError"];
                403: components["responses"]["StudyError"];
                500: components["responses"]["StudyError"];
                503: components["responses"]["StudyUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-studies/{studyId}/video-call/join": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                studyId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes part in the open session
         * @description A deployment with the parameter `JoinStartsCall` needs no `sessionId`: without one it is the session that is open,
         *     and if none is, whoever comes first opens it, as `start` does. Elsewhere a session has to be named.
         *
         *     Whoever opens no socket (`video:join-room`) within 15 minutes has left then. `media` is there where the deployment
         *     has a media server: a way into the session's room for calls that outgrow the mesh, good for ten minutes.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    studyId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StudyJoin"];
                };
            };
            responses: {
                /** @description The participation. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            iceServers: components["schemas"]["IceServer"][];
                            media?: {
                                token: string;
                                url: string;
                            };
                            participant: components["schemas"]["StudyParticipant"];
                        };
                    };
                };
                400: components["responses"]["StudyError"];
                401: components["responses"]["StudyError"];
                403: components["responses"]["StudyError"];
                413: components["responses"]["StudyError"];
                415: components["responses"]["StudyError"];
                500: components["responses"]["StudyError"];
                503: components["responses"]["StudyUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-studies/{studyId}/video-call/leave": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                studyId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leaves a session
         * @description The last to leave ends it. Leaving twice, or a session that is over, is no mistake.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    studyId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StudySessionId"];
                };
            };
            responses: {
                /** @description They have left. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Success"];
                    };
                };
                400: components["responses"]["StudyError"];
                401: components["responses"]["StudyError"];
                403: components["responses"]["StudyError"];
                404: components["responses"]["StudyError"];
                413: components["responses"]["StudyError"];
                415: components["responses"]["StudyError"];
                500: components["responses"]["StudyError"];
                503: components["responses"]["StudyUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-studies/{studyId}/video-call/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
                studyId: string;
            };
            cookie?: never;
        };
        /** Shows a session, past or open */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sessionId: string;
                    studyId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The session. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            session: components["schemas"]["StudySessionDetails"];
                        };
                    };
                };
                401: components["responses"]["StudyError"];
                403: components["responses"]["StudyError"];
                404: components["responses"]["StudyError"];
                500: components["responses"]["StudyError"];
                503: components["responses"]["StudyUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-studies/{studyId}/video-call/start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                studyId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens a session of the call, or finds the one that is open
         * @description Those who listen to the study hear `video:started`. A session that nobody joins within 5 minutes ends by itself.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    studyId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The session; the message is there if it was open already. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @constant */
                            message?: "이미 진행 중인 화상회의가 있습니다.";
                            session: components["schemas"]["StudySession"];
                        };
                    };
                };
                401: components["responses"]["StudyError"];
                403: components["responses"]["StudyError"];
                415: components["responses"]["StudyError"];
                500: components["responses"]["StudyError"];
                503: components["responses"]["StudyUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-studies/{studyId}/video-call/stats": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                studyId: string;
            };
            cookie?: never;
        };
        /**
         * Shows statistics of a study
         * @description A week is the last 7 days, a month the last 30, a year this month and the 11 before it.
         */
        get: {
            parameters: {
                query?: {
                    period?: "week" | "month" | "year" | "all";
                };
                header?: never;
                path: {
                    studyId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The statistics. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            stats: components["schemas"]["StudyStats"];
                        };
                    };
                };
                400: components["responses"]["StudyError"];
                401: components["responses"]["StudyError"];
                403: components["responses"]["StudyError"];
                500: components["responses"]["StudyError"];
                503: components["responses"]["StudyUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-studies/{studyId}/video-call/stats/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                studyId: string;
                userId: string;
            };
            cookie?: never;
        };
        /**
         * Shows statistics of a member
         * @description Everybody may see their own, owners and admins those of all.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    studyId: string;
                    userId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The statistics. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            stats: components["schemas"]["StudyUserStats"];
                        };
                    };
                };
                401: components["responses"]["StudyError"];
                403: components["responses"]["StudyError"];
                404: components["responses"]["StudyError"];
                500: components["responses"]["StudyError"];
                503: components["responses"]["StudyUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-studies/{studyId}/video-call/status": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                studyId: string;
            };
            cookie?: never;
        };
        /** Shows the open session and who is in it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    studyId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The session, or null. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            session: null | components["schemas"]["OpenStudySession"];
                        };
                    };
                };
                401: components["responses"]["StudyError"];
                403: components["responses"]["StudyError"];
                500: components["responses"]["StudyError"];
                503: components["responses"]["StudyUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-studies/socket-ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a page open the study's socket
         * @description A session cookie does not reach the socket's host. The ticket does: as `ticket` in the socket's address, or in
         *     Socket.IO's `auth`. It opens a socket and nothing else.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The ticket, and for how many seconds it is good. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @constant */
                            expiresIn: 60;
                            ticket: string;
                        };
                    };
                };
                401: components["responses"]["StudyError"];
                403: components["responses"]["StudyError"];
                415: components["responses"]["StudyError"];
                500: components["responses"]["StudyError"];
                503: components["responses"]["StudyUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/room/{roomId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The room's id, or the sid (`RM_…`) or the name (`<license>.<id>`) that a connected client reads from LiveKit. */
                roomId: string;
            };
            cookie?: never;
        };
        /** Shows a room */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The room's id, or the sid (`RM_…`) or the name (`<license>.<id>`) that a connected client reads from LiveKit. */
                    roomId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The room. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Room"];
                    };
                };
                401: components["responses"]["Error"];
                404: components["responses"]["Error"];
                500: components["responses"]["Error"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Ends a room for everybody in it
         * @description With a license's token any room of the license, else one with media. A room with members on a calls socket is
         *     refused with 409; its host ends it by `destroyRoom`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The room's id, or the sid (`RM_…`) or the name (`<license>.<id>`) that a connected client reads from LiveKit. */
                    roomId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @constant */
                            message: "Room deleted successfully";
                            roomId: string;
                        };
                    };
                };
                401: components["responses"]["Error"];
                403: components["responses"]["Error"];
                404: components["responses"]["Error"];
                409: components["responses"]["Error"];
                500: components["responses"]["Error"];
                503: components["responses"]["Unavailable"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/room/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a room and lets its creator in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewRoom"];
                };
            };
            responses: {
                /** @description The room, and a token that is good for 24 hours. The creator's seat waits 2 minutes. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CreatedRoom"];
                    };
                };
                400: components["responses"]["Error"];
                401: components["responses"]["Error"];
                403: components["responses"]["Error"];
                413: components["responses"]["Error"];
                429: components["responses"]["TooSoon"];
                500: components["responses"]["Error"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/room/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a seat and answers with a token
         * @description The same identity keeps its seat, but the seat of a member on a calls socket is given to nobody without a license's
         *     token: 409. A disabled license is refused with 403. A seat whose token nobody uses within 2 minutes may be given
         *     to somebody else when the room is full. `/api/room/join` and `/api/token` are the same.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TokenRequest"];
                };
            };
            responses: {
                /** @description A token that is good for 24 hours. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Token"];
                    };
                };
                400: components["responses"]["Error"];
                401: components["responses"]["Error"];
                403: components["responses"]["Error"];
                404: components["responses"]["Error"];
                409: components["responses"]["Error"];
                413: components["responses"]["Error"];
                500: components["responses"]["Error"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the open rooms, the latest first
         * @description All of them, unless the request asks for a page. Rooms without media are left out unless a license's token asks
         *     for them.
         */
        get: {
            parameters: {
                query?: {
                    /** @description With a license's token, also rooms without media (`createRoom` of the calls socket). */
                    all?: "true" | "false";
                    /** @description `nextCursor` of the page before. */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The rooms; `total` counts those of this answer. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            nextCursor?: string;
                            rooms: components["schemas"]["Room"][];
                            total: number;
                        };
                    };
                };
                400: components["responses"]["Error"];
                401: components["responses"]["Error"];
                500: components["responses"]["Error"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a seat and answers with a token
         * @description The same identity keeps its seat, but the seat of a member on a calls socket is given to nobody without a license's
         *     token: 409. A disabled license is refused with 403. A seat whose token nobody uses within 2 minutes may be given
         *     to somebody else when the room is full. `/api/room/join` and `/api/token` are the same.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TokenRequest"];
                };
            };
            responses: {
                /** @description A token that is good for 24 hours. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Token"];
                    };
                };
                400: components["responses"]["Error"];
                401: components["responses"]["Error"];
                403: components["responses"]["Error"];
                404: components["responses"]["Error"];
                409: components["responses"]["Error"];
                413: components["responses"]["Error"];
                500: components["responses"]["Error"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chatrooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's rooms
         * @description The latest meeting first, with what is unread.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: components["responses"]["ChatRooms"];
                401: components["responses"]["ChatError"];
                500: components["responses"]["ChatError"];
                503: components["responses"]["ChatUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chatrooms/{roomId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One room */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The number of the meeting. */
                    roomId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: components["responses"]["ChatRoom"];
                400: components["responses"]["ChatError"];
                401: components["responses"]["ChatError"];
                403: components["responses"]["ChatError"];
                404: components["responses"]["ChatError"];
                500: components["responses"]["ChatError"];
                503: components["responses"]["ChatUnavailable"];
            };
        };
        put?: never;
        /**
         * Makes the room of a meeting
         * @description A meeting has one as soon as it is made; this shows it, or makes it again after it was deleted, without what was said before.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The number of the meeting. */
                    roomId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: components["responses"]["ChatRoom"];
                400: components["responses"]["ChatError"];
                401: components["responses"]["ChatError"];
                404: components["responses"]["ChatError"];
                500: components["responses"]["ChatError"];
                503: components["responses"]["ChatUnavailable"];
            };
        };
        /**
         * Deletes a room
         * @description Only its host may.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The number of the meeting. */
                    roomId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["ChatError"];
                401: components["responses"]["ChatError"];
                404: components["responses"]["ChatError"];
                500: components["responses"]["ChatError"];
                503: components["responses"]["ChatUnavailable"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chatrooms/{roomId}/in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shows what was said
         * @description The last messages, the oldest first; they count as read. With before or after, those before or after a message.
         */
        post: {
            parameters: {
                query?: {
                    /** @description The id of a message. */
                    after?: string;
                    /** @description The id of a message. */
                    before?: string;
                    pageSize?: number;
                };
                header?: never;
                path: {
                    /** @description The number of the meeting. */
                    roomId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChatMessage"][];
                    };
                };
                400: components["responses"]["ChatError"];
                401: components["responses"]["ChatError"];
                403: components["responses"]["ChatError"];
                404: components["responses"]["ChatError"];
                500: components["responses"]["ChatError"];
                503: components["responses"]["ChatUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chatrooms/{roomId}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Goes into a room
         * @description Whoever the meeting lets in is in its room at once; 400 for them.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The number of the meeting. */
                    roomId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: components["responses"]["ChatRoom"];
                400: components["responses"]["ChatError"];
                401: components["responses"]["ChatError"];
                403: components["responses"]["ChatError"];
                404: components["responses"]["ChatError"];
                500: components["responses"]["ChatError"];
                503: components["responses"]["ChatUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chatrooms/{roomId}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leaves a room and its meeting
         * @description The host cannot (401).
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The number of the meeting. */
                    roomId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: components["responses"]["ChatRoom"];
                400: components["responses"]["ChatError"];
                401: components["responses"]["ChatError"];
                403: components["responses"]["ChatError"];
                404: components["responses"]["ChatError"];
                500: components["responses"]["ChatError"];
                503: components["responses"]["ChatUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chatrooms/{roomId}/out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends looking at a room
         * @description All rooms of the caller; nothing is unread in the one.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The number of the meeting. */
                    roomId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: components["responses"]["ChatRooms"];
                400: components["responses"]["ChatError"];
                401: components["responses"]["ChatError"];
                403: components["responses"]["ChatError"];
                404: components["responses"]["ChatError"];
                500: components["responses"]["ChatError"];
                503: components["responses"]["ChatUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chatrooms/{roomId}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who takes part */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The number of the meeting. */
                    roomId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description In the order of their ids. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChatParticipant"][];
                    };
                };
                400: components["responses"]["ChatError"];
                401: components["responses"]["ChatError"];
                403: components["responses"]["ChatError"];
                404: components["responses"]["ChatError"];
                500: components["responses"]["ChatError"];
                503: components["responses"]["ChatUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chatrooms/{roomId}/withdrawal/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts somebody out of a room and its meeting
         * @description Only its host may.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The number of the meeting. */
                    roomId: string;
                    userId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: components["responses"]["ChatRoom"];
                400: components["responses"]["ChatError"];
                401: components["responses"]["ChatError"];
                404: components["responses"]["ChatError"];
                500: components["responses"]["ChatError"];
                503: components["responses"]["ChatUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists open meetings, the nearest first, or by date
         * @description Those that recruit and are yet to come. An answer goes on where its `cursor` says; the next request repeats its values.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `distance` of the last cursor, in a list by distance. */
                    lastDistance?: number;
                    /** @description `id` of the last cursor. */
                    lastId?: number;
                    /** @description `meetingDateTime` of the last cursor, in a list by date. */
                    lastMeetingDateTime?: string;
                    /** @description With `longitude`. Without both the list is by date. */
                    latitude?: number;
                    longitude?: number;
                    pageSize?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Some of them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Meetings"];
                    };
                };
                400: components["responses"]["MeetingError"];
                500: components["responses"]["MeetingError"];
                503: components["responses"]["MeetingUnavailable"];
            };
        };
        put?: never;
        /**
         * Makes a meeting
         * @description Ten a day of Seoul for each author; one more is 429. The author takes part and counts. `thumbnail` is a PNG, JPEG, WebP or GIF of
         *     4.4 MB at most; text under that name is ignored.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": components["schemas"]["NewMeeting"];
                };
            };
            responses: {
                /** @description The meeting. */
                201: {
                    headers: {
                        /** @description The path of the meeting. */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnMeeting"];
                    };
                };
                400: components["responses"]["MeetingError"];
                401: components["responses"]["MeetingError"];
                403: components["responses"]["MeetingError"];
                413: components["responses"]["MeetingError"];
                415: components["responses"]["MeetingError"];
                429: components["responses"]["MeetingError"];
                500: components["responses"]["MeetingError"];
                503: components["responses"]["MeetingUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{meetingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows one meeting */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meetingId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The meeting. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShownMeeting"];
                    };
                };
                404: components["responses"]["MeetingError"];
                500: components["responses"]["MeetingError"];
                503: components["responses"]["MeetingUnavailable"];
            };
        };
        /**
         * Changes a meeting of the caller's
         * @description The form of its creation again, as a whole. The picture stays if `thumbnail` of the form says anything, and goes if it does
         *     not; `newThumbnail` takes its place.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meetingId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": components["schemas"]["ChangedMeeting"];
                };
            };
            responses: {
                /** @description The meeting. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnMeeting"];
                    };
                };
                400: components["responses"]["MeetingError"];
                401: components["responses"]["MeetingError"];
                403: components["responses"]["MeetingError"];
                404: components["responses"]["MeetingError"];
                409: components["responses"]["MeetingError"];
                413: components["responses"]["MeetingError"];
                415: components["responses"]["MeetingError"];
                500: components["responses"]["MeetingError"];
                503: components["responses"]["MeetingUnavailable"];
            };
        };
        post?: never;
        /**
         * Calls a meeting off
         * @description Whoever takes part or has applied finds it as `CANCELED` in their list.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meetingId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: components["responses"]["MeetingError"];
                403: components["responses"]["MeetingError"];
                404: components["responses"]["MeetingError"];
                409: components["responses"]["MeetingError"];
                500: components["responses"]["MeetingError"];
                503: components["responses"]["MeetingUnavailable"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{meetingId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Ends the recruiting
         * @description Who has heard nothing yet is `CLOSED` then. Repeating it changes nothing.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meetingId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It recruits no more. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                401: components["responses"]["MeetingError"];
                403: components["responses"]["MeetingError"];
                404: components["responses"]["MeetingError"];
                409: components["responses"]["MeetingError"];
                500: components["responses"]["MeetingError"];
                503: components["responses"]["MeetingUnavailable"];
            };
        };
        trace?: never;
    };
    "/api/v1/meetings/{meetingId}/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Lets somebody who takes part leave, or be put out by the author
         * @description Their application is gone with it, and their seat is free. The author cannot leave, but delete the meeting.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meetingId: string;
                    userId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description They take part no longer. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: components["responses"]["MeetingError"];
                403: components["responses"]["MeetingError"];
                404: components["responses"]["MeetingError"];
                500: components["responses"]["MeetingError"];
                503: components["responses"]["MeetingUnavailable"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{meetingId}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the author who has applied, in that order */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meetingId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Participants"];
                    };
                };
                401: components["responses"]["MeetingError"];
                403: components["responses"]["MeetingError"];
                404: components["responses"]["MeetingError"];
                500: components["responses"]["MeetingError"];
                503: components["responses"]["MeetingUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what the caller has made, the oldest first
         * @description Without what was deleted.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Of the answer before. */
                    lastId?: number;
                    pageSize?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Some of them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CreatedMeetings"];
                    };
                };
                400: components["responses"]["MeetingError"];
                401: components["responses"]["MeetingError"];
                403: components["responses"]["MeetingError"];
                500: components["responses"]["MeetingError"];
                503: components["responses"]["MeetingUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Searches open meetings by a part of a text, and by what is eaten
         * @description Texts are compared without regard to case and width, composed. In the order of the list. A meeting made or changed a
         *     moment ago may be missing.
         */
        get: {
            parameters: {
                query: {
                    /** @description Names with commas between them, such as `KOREAN,DESSERT`; a meeting must have all. Empty, or `null`, wants all. */
                    foodCategory: string;
                    /** @description Any part of the text; none wants all. */
                    keyword?: string;
                    /** @description `distance` of the last cursor, in a list by distance. */
                    lastDistance?: number;
                    /** @description `id` of the last cursor. */
                    lastId?: number;
                    /** @description `meetingDateTime` of the last cursor, in a list by date. */
                    lastMeetingDateTime?: string;
                    /** @description With `longitude`. Without both the list is by date. */
                    latitude?: number;
                    longitude?: number;
                    pageSize?: number;
                    /** @description Needed with a keyword. */
                    searchType?: "TITLE" | "ADDRESS" | "CONTENT";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Some of them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Meetings"];
                    };
                };
                400: components["responses"]["MeetingError"];
                500: components["responses"]["MeetingError"];
                503: components["responses"]["MeetingUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the caller is told
         * @description The latest first.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Notification"][];
                    };
                };
                401: components["responses"]["ChatError"];
                500: components["responses"]["ChatError"];
                503: components["responses"]["ChatUnavailable"];
            };
        };
        put?: never;
        post?: never;
        /** Deletes all notifications */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: components["responses"]["ChatError"];
                500: components["responses"]["ChatError"];
                503: components["responses"]["ChatUnavailable"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{notificationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes a notification */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    notificationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: components["responses"]["ChatError"];
                404: components["responses"]["ChatError"];
                500: components["responses"]["ChatError"];
                503: components["responses"]["ChatUnavailable"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/subscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Notifications as server-sent events
         * @description An answer ends with what there is; an EventSource asks again after the time of retry.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Instead of that header, as EventSourcePolyfill sends it. */
                    lastEventId?: string;
                    /** @description Instead of the header where a client cannot send one. */
                    token?: string;
                };
                header?: {
                    "Last-Event-ID"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What is new since the last event, and when to ask again; without its id where the caller is now. At its end stands whether the list has anything. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                401: components["responses"]["ChatError"];
                500: components["responses"]["ChatError"];
                503: components["responses"]["ChatUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth/kakao": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends a browser to Kakao, to log in there
         * @description Where a page sends whoever wants to log in with Kakao. The cookie `kakao` ties what comes back to this browser.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description To be followed. */
                302: {
                    headers: {
                        /** @description Where to. */
                        Location: string;
                        /** @description `kakao`, for ten minutes. */
                        "Set-Cookie"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                500: components["responses"]["PersonError"];
                503: components["responses"]["PersonUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth/kakao/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Takes a browser that comes back from Kakao on to the deployment's page
         * @description The page gets `?code=…`, which it sends to `POST`, or `?error=…`: a word of OAuth 2.0, or `invalid_state` if this browser
         *     did not begin this login. Where access is `documented`, a login may also have begun elsewhere, without a state.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Of Kakao. */
                    code?: string;
                    /** @description Why there is no code; `access_denied`, for instance. */
                    error?: string;
                    /** @description Not looked at. */
                    error_description?: string;
                    /** @description As it was sent to Kakao. */
                    state?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description To be followed. */
                302: {
                    headers: {
                        /** @description Where to. */
                        Location: string;
                        /** @description `kakao`, for ten minutes. */
                        "Set-Cookie"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                500: components["responses"]["PersonError"];
                503: components["responses"]["PersonUnavailable"];
            };
        };
        put?: never;
        /**
         * Lets somebody in whom Kakao knows
         * @description Takes the code together with the cookie `kakao` of the browser that brought it. Who comes for the first time gets an account, or
         *     the one with their address if Kakao says that it is theirs. 60 in ten minutes from one address. Pages of origins that the
         *     deployment does not trust get 403.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["KakaoCode"];
                };
            };
            responses: {
                /** @description Logged in. */
                200: {
                    headers: {
                        /** @description `refresh`, for the next exchange. */
                        "Set-Cookie"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KakaoLoggedIn"];
                    };
                };
                400: components["responses"]["PersonError"];
                403: components["responses"]["PersonError"];
                409: components["responses"]["PersonError"];
                413: components["responses"]["PersonError"];
                415: components["responses"]["PersonError"];
                429: components["responses"]["PersonTooSoon"];
                500: components["responses"]["PersonError"];
                503: components["responses"]["PersonUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what the caller has applied for, the oldest first
         * @description An application made a moment ago may be missing. What became of a deleted meeting is forgotten after 90 days.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Of the answer before. */
                    lastId?: number;
                    pageSize?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Some of them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppliedMeetings"];
                    };
                };
                400: components["responses"]["MeetingError"];
                401: components["responses"]["MeetingError"];
                403: components["responses"]["MeetingError"];
                500: components["responses"]["MeetingError"];
                503: components["responses"]["MeetingUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participations/{meetingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks to take part */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meetingId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Asked. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Applied"];
                    };
                };
                400: components["responses"]["MeetingError"];
                401: components["responses"]["MeetingError"];
                403: components["responses"]["MeetingError"];
                404: components["responses"]["MeetingError"];
                409: components["responses"]["MeetingError"];
                500: components["responses"]["MeetingError"];
                503: components["responses"]["MeetingUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participations/{participationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes an application back, or off the caller's list
         * @description 400 for somebody who takes part, unless the meeting is gone.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    participationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["MeetingError"];
                401: components["responses"]["MeetingError"];
                403: components["responses"]["MeetingError"];
                404: components["responses"]["MeetingError"];
                500: components["responses"]["MeetingError"];
                503: components["responses"]["MeetingUnavailable"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participations/{participationId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Lets an applicant take part
         * @description Of a meeting of the caller's that recruits.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    participationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                400: components["responses"]["MeetingError"];
                401: components["responses"]["MeetingError"];
                403: components["responses"]["MeetingError"];
                404: components["responses"]["MeetingError"];
                409: components["responses"]["MeetingError"];
                500: components["responses"]["MeetingError"];
                503: components["responses"]["MeetingUnavailable"];
            };
        };
        trace?: never;
    };
    "/api/v1/participations/{participationId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Turns an applicant down
         * @description Of a meeting of the caller's that recruits.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    participationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                400: components["responses"]["MeetingError"];
                401: components["responses"]["MeetingError"];
                403: components["responses"]["MeetingError"];
                404: components["responses"]["MeetingError"];
                500: components["responses"]["MeetingError"];
                503: components["responses"]["MeetingUnavailable"];
            };
        };
        trace?: never;
    };
    "/api/v1/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes the caller's profile, without which most doors stay shut
         * @description A picture as in `PUT /api/v1/users/me`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description A file; text is ignored. */
                        profileImage?: string;
                        /** @description Also as `updateRequest`. */
                        request: components["schemas"]["NewProfile"];
                    };
                };
            };
            responses: {
                /** @description The profile. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CreatedProfile"];
                    };
                };
                400: components["responses"]["PersonError"];
                401: components["responses"]["PersonError"];
                404: components["responses"]["PersonError"];
                409: components["responses"]["PersonError"];
                413: components["responses"]["PersonError"];
                415: components["responses"]["PersonError"];
                500: components["responses"]["PersonError"];
                503: components["responses"]["PersonUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/token/reissue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchanges the cookie for the next one, with an access token
         * @description A cookie is good once. When it comes again ten seconds after its exchange or later, it was copied, and its login
         *     ends. Pages of origins that the deployment does not trust get 403. `/api/v1/token/reissue` is the same.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The tokens; the access token also as the header `access`. */
                200: {
                    headers: {
                        /** @description `refresh`, for the next exchange. */
                        "Set-Cookie"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Reissued"];
                    };
                };
                401: components["responses"]["PersonError"];
                403: components["responses"]["PersonError"];
                415: components["responses"]["PersonError"];
                500: components["responses"]["PersonError"];
                503: components["responses"]["PersonUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tells the caller where to send a picture past the API
         * @description For pictures of up to 10 MB, of which forms take 4.4. The file is sent to `url` by `PUT` with these headers, within ten minutes;
         *     `upload` then stands in a form as `profileImageUpload` in place of the file. S3 takes this type and length and no other. What
         *     nobody takes over is deleted after a day. 30 an hour.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UploadWish"];
                };
            };
            responses: {
                /** @description Where to. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UploadOffer"];
                    };
                };
                400: components["responses"]["PersonError"];
                401: components["responses"]["PersonError"];
                404: components["responses"]["PersonError"];
                413: components["responses"]["PersonError"];
                429: components["responses"]["PersonTooSoon"];
                500: components["responses"]["PersonError"];
                503: components["responses"]["PersonUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forgets the caller
         * @description Everything that says who they were is deleted at once; other families hear of it.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Forgotten. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonMessage"];
                    };
                };
                400: components["responses"]["PersonError"];
                401: components["responses"]["PersonError"];
                404: components["responses"]["PersonError"];
                409: components["responses"]["PersonError"];
                500: components["responses"]["PersonError"];
                503: components["responses"]["PersonUnavailable"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows somebody who has a profile to somebody who has one */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    userId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The person. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShownPerson"];
                    };
                };
                401: components["responses"]["PersonError"];
                403: components["responses"]["PersonError"];
                404: components["responses"]["PersonError"];
                500: components["responses"]["PersonError"];
                503: components["responses"]["PersonUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets somebody in who knows their password
         * @description After ten wrong passwords for one address from one place none is looked at for a quarter of an hour.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LogIn"];
                };
            };
            responses: {
                /** @description Logged in. */
                200: {
                    headers: {
                        /** @description `refresh`, for the next exchange. */
                        "Set-Cookie"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LoggedIn"];
                    };
                };
                400: components["responses"]["PersonError"];
                404: components["responses"]["PersonError"];
                413: components["responses"]["PersonError"];
                429: components["responses"]["PersonTooSoon"];
                500: components["responses"]["PersonError"];
                503: components["responses"]["PersonUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends the login that the token came from */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Ended. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonMessage"];
                    };
                };
                401: components["responses"]["PersonError"];
                500: components["responses"]["PersonError"];
                503: components["responses"]["PersonUnavailable"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows the caller what is known of them
         * @description 403 until they have made a profile.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The caller. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Self"];
                    };
                };
                401: components["responses"]["PersonError"];
                403: components["responses"]["PersonError"];
                404: components["responses"]["PersonError"];
                500: components["responses"]["PersonError"];
                503: components["responses"]["PersonUnavailable"];
            };
        };
        /**
         * Changes what is known of the caller
         * @description Whatever is not given stays; an introduction and a type that are given empty or as null go. A picture is cleaned and turned upright; PNG, JPEG, WebP or GIF, about 4.4 MB.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description A file; text is ignored. */
                        profileImage?: string;
                        /** @description Also as `request`. */
                        updateRequest?: components["schemas"]["PersonChange"];
                    };
                };
            };
            responses: {
                /** @description Changed. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonMessage"];
                    };
                };
                400: components["responses"]["PersonError"];
                401: components["responses"]["PersonError"];
                403: components["responses"]["PersonError"];
                404: components["responses"]["PersonError"];
                409: components["responses"]["PersonError"];
                413: components["responses"]["PersonError"];
                415: components["responses"]["PersonError"];
                500: components["responses"]["PersonError"];
                503: components["responses"]["PersonUnavailable"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the caller all there is about them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of it. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonExport"];
                    };
                };
                401: components["responses"]["PersonError"];
                404: components["responses"]["PersonError"];
                500: components["responses"]["PersonError"];
                503: components["responses"]["PersonUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/password/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives whoever has the link of a mail another password
         * @description A link is good once, for half an hour, and only the latest. Every login of that person ends.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordChange"];
                };
            };
            responses: {
                /** @description Changed. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonMessage"];
                    };
                };
                400: components["responses"]["PersonError"];
                413: components["responses"]["PersonError"];
                500: components["responses"]["PersonError"];
                503: components["responses"]["PersonUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/password/change/link-send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mails a link with which somebody chooses a new password
         * @description 5 an hour for one address.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            responses: {
                /** @description The mail is on its way. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonMessage"];
                    };
                };
                400: components["responses"]["PersonError"];
                404: components["responses"]["PersonError"];
                413: components["responses"]["PersonError"];
                429: components["responses"]["PersonTooSoon"];
                500: components["responses"]["PersonError"];
                503: components["responses"]["PersonUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes an account, and mails a code to its address
         * @description The account is there when the code comes back (`signup/verify`). Until then it holds address, nickname and phone number for
         *     a day. 60 an hour from one address. The mail is in Korean, or in English if `Accept-Language` asks for that first.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignUp"];
                };
            };
            responses: {
                /** @description The mail is on its way. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonMessage"];
                    };
                };
                400: components["responses"]["PersonError"];
                409: components["responses"]["PersonError"];
                413: components["responses"]["PersonError"];
                429: components["responses"]["PersonTooSoon"];
                500: components["responses"]["PersonError"];
                503: components["responses"]["PersonUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/signup/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the code of a mail, which makes an account of a sign-up
         * @description A code is good once, for half an hour. 30 wrong ones in ten minutes from one address.
         */
        post: {
            parameters: {
                query: {
                    /** @description Six digits. */
                    code: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description There is an account. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonMessage"];
                    };
                };
                400: components["responses"]["PersonError"];
                429: components["responses"]["PersonTooSoon"];
                500: components["responses"]["PersonError"];
                503: components["responses"]["PersonUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/license/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows the license, how much of it is used, and its limits
         * @description Also for a disabled license, with `enabled` 0. `/license/info` is an older name of `/v1/info`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The license. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LicenseInfo"];
                    };
                };
                401: components["responses"]["TenantError"];
                500: components["responses"]["TenantError"];
                503: components["responses"]["TenantUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sdk/knowledgetalk.min.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * KnowledgeTalk's browser SDK, as a script
         * @description It speaks to the server that `data-server` of its tag names, else to the one it came from.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/javascript": string;
                    };
                };
                500: components["responses"]["Error"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sdk/moim.min.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The SDK in one file, an ES module
         * @description Pages of an origin that the deployment trusts may import it from here.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/javascript": string;
                    };
                };
                500: components["responses"]["Error"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/socket.io": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Greets a Socket.IO client that begins by polling, and lets it wait for its WebSocket
         * @description Socket.IO's clients 2 to 4 ask this by themselves unless `transports` says otherwise. The front door sends here whoever polls at
         *     `/socket.io/`, `/calls` or `/study`. Without `sid` the answer is Engine.IO's handshake, with it a noop after a moment. A
         *     session has 20 seconds to open its WebSocket with the same `sid`; whatever is said after that goes over it.
         */
        get: {
            parameters: {
                query: {
                    /** @description Revision of Engine.IO. */
                    EIO: "3" | "4";
                    /** @description Of the handshake. */
                    sid?: string;
                    transport: "polling";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Packets of Engine.IO, as its revision 3 or 4 writes them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                400: components["responses"]["PollingRefused"];
                500: components["responses"]["PollingRefused"];
            };
        };
        put?: never;
        /**
         * Takes what such a client says before its WebSocket is open
         * @description That is with which namespace it would be connected, and as whom (`auth`); the answer comes over the WebSocket. Anything else is
         *     refused, and more than 16 KB.
         */
        post: {
            parameters: {
                query: {
                    /** @description Revision of Engine.IO. */
                    EIO: "3" | "4";
                    /** @description Of the handshake. */
                    sid: string;
                    transport: "polling";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "text/plain": string;
                };
            };
            responses: {
                /** @description It is kept. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": "ok";
                    };
                };
                400: components["responses"]["PollingRefused"];
                413: components["responses"]["PollingRefused"];
                500: components["responses"]["PollingRefused"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/token/reissue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchanges the cookie for the next one, with an access token
         * @description A cookie is good once. When it comes again ten seconds after its exchange or later, it was copied, and its login
         *     ends. Pages of origins that the deployment does not trust get 403. `/api/v1/token/reissue` is the same.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The tokens; the access token also as the header `access`. */
                200: {
                    headers: {
                        /** @description `refresh`, for the next exchange. */
                        "Set-Cookie"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Reissued"];
                    };
                };
                401: components["responses"]["PersonError"];
                403: components["responses"]["PersonError"];
                415: components["responses"]["PersonError"];
                500: components["responses"]["PersonError"];
                503: components["responses"]["PersonUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchanges a license's keys for a token
         * @description A wrong pair, an unknown accessKey and anything that could be neither get the same 401, in the same time.
         *     100 tokens at once and 300 a minute for each license, unless the deployment says otherwise (`/v1/info`).
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Keys"];
                };
            };
            responses: {
                /** @description The token. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccessToken"];
                    };
                };
                400: components["responses"]["TenantError"];
                401: components["responses"]["TenantError"];
                403: components["responses"]["TenantError"];
                413: components["responses"]["TenantError"];
                429: components["responses"]["TenantTooSoon"];
                500: components["responses"]["TenantError"];
                503: components["responses"]["TenantUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows the license, how much of it is used, and its limits
         * @description Also for a disabled license, with `enabled` 0. `/license/info` is an older name of `/v1/info`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The license. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LicenseInfo"];
                    };
                };
                401: components["responses"]["TenantError"];
                500: components["responses"]["TenantError"];
                503: components["responses"]["TenantUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the tenant's open rooms and who is in them, the newest first
         * @description All of them, unless the request asks for fewer or they have over 5,000 connections; then `nextCursor` says where
         *     the list goes on.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `nextCursor` of the answer before. */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The sessions. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sessions"];
                    };
                };
                400: components["responses"]["TenantError"];
                401: components["responses"]["TenantError"];
                403: components["responses"]["TenantError"];
                500: components["responses"]["TenantError"];
                503: components["responses"]["TenantUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{room_name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The room's id, percent-encoded. */
                room_name: string;
            };
            cookie?: never;
        };
        /** Tells whether a room is waiting or in use */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The room's id, percent-encoded. */
                    room_name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The room. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoomState"];
                    };
                };
                401: components["responses"]["TenantError"];
                403: components["responses"]["TenantError"];
                404: components["responses"]["TenantError"];
                500: components["responses"]["TenantError"];
                503: components["responses"]["TenantUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/static": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells how long the tenant's rooms were open within a period
         * @description Rooms that ended, and with the first answer those still open, as far as they overlap the period. What is
         *     before or after the period is not counted. `totalSecond` adds up the rooms of its own answer. `joins`, `peak`
         *     and `messages` are of a room's whole life until now; rooms of before they were counted have none.
         */
        get: {
            parameters: {
                query: {
                    /** @description `nextCursor` of the answer before. */
                    cursor?: string;
                    /** @description As `startTime`, at most 92 days later. Now, unless it is given and in the past. */
                    endTime?: string;
                    /** @description Of ended rooms. */
                    limit?: number;
                    /** @description ISO 8601 with an offset, a date (its first moment in UTC), or epoch milliseconds. */
                    startTime: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The rooms. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoomUsage"];
                    };
                };
                400: components["responses"]["TenantError"];
                401: components["responses"]["TenantError"];
                403: components["responses"]["TenantError"];
                500: components["responses"]["TenantError"];
                503: components["responses"]["TenantUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the license's webhooks */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The webhooks, the oldest first. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Webhooks"];
                    };
                };
                401: components["responses"]["TenantError"];
                403: components["responses"]["TenantError"];
                500: components["responses"]["TenantError"];
                503: components["responses"]["TenantUnavailable"];
            };
        };
        put?: never;
        /**
         * Registers an address; a license may have five
         * @description Whatever happens after the answer is told, in rooms that are open already as well. The secret is shown here only.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            responses: {
                /** @description The webhook. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewWebhookAnswer"];
                    };
                };
                400: components["responses"]["TenantError"];
                401: components["responses"]["TenantError"];
                403: components["responses"]["TenantError"];
                409: components["responses"]["TenantError"];
                413: components["responses"]["TenantError"];
                500: components["responses"]["TenantError"];
                503: components["responses"]["TenantUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forgets an address
         * @description What was to be tried again there is not.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is forgotten. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: components["responses"]["TenantError"];
                403: components["responses"]["TenantError"];
                404: components["responses"]["TenantError"];
                500: components["responses"]["TenantError"];
                503: components["responses"]["TenantUnavailable"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Changes an address, its events, or whether it is told
         * @description What the request does not name stays. Another `url` begins without `failingSince`, but is told nothing where the webhook is
         *     disabled, whoever did that: by its tenant, for 410, or for failing. `enabled` true lets it begin anew, in the same request too.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookChange"];
                };
            };
            responses: {
                /** @description The webhook as it is now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookAnswer"];
                    };
                };
                400: components["responses"]["TenantError"];
                401: components["responses"]["TenantError"];
                403: components["responses"]["TenantError"];
                404: components["responses"]["TenantError"];
                413: components["responses"]["TenantError"];
                500: components["responses"]["TenantError"];
                503: components["responses"]["TenantUnavailable"];
            };
        };
        trace?: never;
    };
    "/v1/webhooks/{webhook_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        /**
         * Lists what was sent in the last 30 days, the latest first
         * @description A page is short, or empty, and goes on all the same, where several hundred messages to other webhooks came since.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `nextCursor` of the answer before. */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The deliveries. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Deliveries"];
                    };
                };
                400: components["responses"]["TenantError"];
                401: components["responses"]["TenantError"];
                403: components["responses"]["TenantError"];
                404: components["responses"]["TenantError"];
                500: components["responses"]["TenantError"];
                503: components["responses"]["TenantUnavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook_id}/deliveries/{delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: string;
                webhook_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a message once more
         * @description Under the same `webhook-id`, with all attempts of a new one.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    delivery_id: string;
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is on its way. */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageAnswer"];
                    };
                };
                401: components["responses"]["TenantError"];
                403: components["responses"]["TenantError"];
                404: components["responses"]["TenantError"];
                409: components["responses"]["TenantError"];
                500: components["responses"]["TenantError"];
                503: components["responses"]["TenantUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook_id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a new secret
         * @description For the overlap, a day unless the request says otherwise, messages have two signatures, one of each secret.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["SecretWish"];
                };
            };
            responses: {
                /** @description The webhook with its new secret, which is shown here only. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewWebhookAnswer"];
                    };
                };
                400: components["responses"]["TenantError"];
                401: components["responses"]["TenantError"];
                403: components["responses"]["TenantError"];
                404: components["responses"]["TenantError"];
                413: components["responses"]["TenantError"];
                500: components["responses"]["TenantError"];
                503: components["responses"]["TenantUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a message of the type `webhook.test` */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is on its way; its deliveries say what became of it. */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageAnswer"];
                    };
                };
                401: components["responses"]["TenantError"];
                403: components["responses"]["TenantError"];
                404: components["responses"]["TenantError"];
                409: components["responses"]["TenantError"];
                500: components["responses"]["TenantError"];
                503: components["responses"]["TenantUnavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "license.at_limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** As many rooms are open as may be. Once, until there were fewer. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same at every attempt. */
                    "webhook-id": string;
                    /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; two of them during a rotation, with a space between. */
                    "webhook-signature": string;
                    /** @description Of the attempt, in seconds. */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LicenseEvent"];
                };
            };
            responses: {
                /** @description Taken. Any other answer, or none within 5 seconds, is no. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "license.near_limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Four fifths of the rooms that may be open at once are. Once, until there were fewer. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same at every attempt. */
                    "webhook-id": string;
                    /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; two of them during a rotation, with a space between. */
                    "webhook-signature": string;
                    /** @description Of the attempt, in seconds. */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LicenseEvent"];
                };
            };
            responses: {
                /** @description Taken. Any other answer, or none within 5 seconds, is no. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "participant.joined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody came into a room. Who returns on a new socket within the grace has not left. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same at every attempt. */
                    "webhook-id": string;
                    /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; two of them during a rotation, with a space between. */
                    "webhook-signature": string;
                    /** @description Of the attempt, in seconds. */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ParticipantEvent"];
                };
            };
            responses: {
                /** @description Taken. Any other answer, or none within 5 seconds, is no. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "participant.kicked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody was thrown out; there is no `participant.left` beside it. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same at every attempt. */
                    "webhook-id": string;
                    /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; two of them during a rotation, with a space between. */
                    "webhook-signature": string;
                    /** @description Of the attempt, in seconds. */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ParticipantEvent"];
                };
            };
            responses: {
                /** @description Taken. Any other answer, or none within 5 seconds, is no. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "participant.left": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody has left. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same at every attempt. */
                    "webhook-id": string;
                    /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; two of them during a rotation, with a space between. */
                    "webhook-signature": string;
                    /** @description Of the attempt, in seconds. */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ParticipantEvent"];
                };
            };
            responses: {
                /** @description Taken. Any other answer, or none within 5 seconds, is no. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "room.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A room was made. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same at every attempt. */
                    "webhook-id": string;
                    /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; two of them during a rotation, with a space between. */
                    "webhook-signature": string;
                    /** @description Of the attempt, in seconds. */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoomCreatedEvent"];
                };
            };
            responses: {
                /** @description Taken. Any other answer, or none within 5 seconds, is no. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "room.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A room has ended, and was open for so long. Whoever was in it has left. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same at every attempt. */
                    "webhook-id": string;
                    /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; two of them during a rotation, with a space between. */
                    "webhook-signature": string;
                    /** @description Of the attempt, in seconds. */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoomEndedEvent"];
                };
            };
            responses: {
                /** @description Taken. Any other answer, or none within 5 seconds, is no. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "share.started": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody shares a screen, a whiteboard or a document. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same at every attempt. */
                    "webhook-id": string;
                    /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; two of them during a rotation, with a space between. */
                    "webhook-signature": string;
                    /** @description Of the attempt, in seconds. */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ShareEvent"];
                };
            };
            responses: {
                /** @description Taken. Any other answer, or none within 5 seconds, is no. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "share.stopped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** That has ended. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same at every attempt. */
                    "webhook-id": string;
                    /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; two of them during a rotation, with a space between. */
                    "webhook-signature": string;
                    /** @description Of the attempt, in seconds. */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ShareEvent"];
                };
            };
            responses: {
                /** @description Taken. Any other answer, or none within 5 seconds, is no. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody asked for a test. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same at every attempt. */
                    "webhook-id": string;
                    /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; two of them during a rotation, with a space between. */
                    "webhook-signature": string;
                    /** @description Of the attempt, in seconds. */
                    "webhook-timestamp": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TestEvent"];
                };
            };
            responses: {
                /** @description Taken. Any other answer, or none within 5 seconds, is no. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        AccessToken: {
            data: {
                accessToken: string;
            };
            /** @constant */
            status: true;
        };
        Address: {
            email: string;
        };
        Applied: {
            participationId: components["schemas"]["MeetingNumber"];
        };
        AppliedMeeting: {
            address: string;
            /** @description The author included. */
            approvedCount: number;
            authorId: components["schemas"]["MeetingAuthor"];
            category: components["schemas"]["FoodLabel"][];
            content: string;
            id: components["schemas"]["MeetingNumber"];
            latitude: number;
            locationId: number;
            longitude: number;
            maxCount: number;
            meetingDateTime: components["schemas"]["SeoulTime"];
            meetingId: components["schemas"]["MeetingNumber"];
            /** @description The same as `id`. */
            participantId: components["schemas"]["MeetingNumber"];
            participationStatus: components["schemas"]["ParticipationStatus"];
            thumbnail: components["schemas"]["PictureUrl"];
            title: string;
        };
        AppliedMeetings: {
            appliedMeetings: components["schemas"]["AppliedMeeting"][];
            hasNext: boolean;
            lastId: number | null;
        };
        ChangedMeeting: {
            /** Format: binary */
            newThumbnail?: string;
            /** @description Also as `params`. */
            request: components["schemas"]["MeetingForm"];
        };
        ChatError: {
            code?: string;
            message: string;
        };
        ChatMessage: {
            /** @description In Seoul. */
            createdAt: string;
            message: string;
            messageId: string;
            updatedAt: string;
            /** @description 0 if their account is deleted. */
            userId: number;
            userNickname: string;
            userProfileImageUrl: string;
        };
        ChatParticipant: {
            id: number;
            nickname: string;
            profileImageUrl: string;
            userId: number;
        };
        ChatRoom: {
            /** @description 0 if their account is deleted. */
            hostId: number;
            lastMessage: string;
            meetingId: number;
            meetingThumbnail: string | null;
            meetingThumbnailUrl: string | null;
            meetingTitle: string;
            /** @description Who takes part. */
            readerId: number[];
            /** @description The number of the meeting. */
            roomId: number;
            /** @description null for somebody who has never looked. */
            unreadMessagesCount: number | null;
        };
        CreatedMeeting: {
            address: string;
            /** @description The author included. */
            approvedCount: number;
            category: components["schemas"]["FoodLabel"][];
            content: string;
            latitude: number;
            locationId: number;
            longitude: number;
            maxCount: number;
            meetingDateTime: components["schemas"]["SeoulTime"];
            meetingId: components["schemas"]["MeetingNumber"];
            meetingStatus: components["schemas"]["MeetingStatus"];
            thumbnail: components["schemas"]["PictureUrl"];
            title: string;
            userId: components["schemas"]["MeetingNumber"];
        };
        CreatedMeetings: {
            createdMeetingDtos: components["schemas"]["CreatedMeeting"][];
            hasNext: boolean;
            lastId: number | null;
        };
        CreatedProfile: {
            /** Format: date */
            birth: string;
            /** @enum {unknown} */
            gender: "MALE" | "FEMALE";
            introduction: string | null;
            mbti: string | null;
            profileImageUrl: components["schemas"]["PictureUrl"];
        };
        CreatedRoom: {
            description: string;
            livekitUrl: string;
            maxParticipants: number;
            roomId: string;
            roomTitle: string;
            roomTopic: string;
            roomUrl: string;
            token: components["schemas"]["Jwt"];
            userName: string;
        };
        Deliveries: {
            data: components["schemas"]["Delivery"][];
            nextCursor?: string;
            /** @constant */
            status: true;
        };
        Delivery: {
            /** @description How the last answer began, or why there was none. */
            answer: string;
            /** @description When that was so. */
            at: components["schemas"]["Timestamp"];
            attempts: number;
            /** @description What was sent. */
            body: Record<string, never>;
            /** @description The `webhook-id`. */
            id: string;
            /** @enum {unknown} */
            state: "waiting" | "delivered" | "failed";
            /** @description Of the last answer; 0 if there was none. */
            status: number;
            type: string;
        };
        Error: {
            message: string;
            statusCode: number;
        };
        /** @enum {unknown} */
        FoodCategory: "KOREAN" | "CHINESE" | "JAPANESE" | "WESTERN" | "DESSERT" | "OTHER";
        /** @enum {unknown} */
        FoodLabel: "한식" | "중식" | "일식" | "양식" | "디저트" | "기타";
        /** @description STUN, or TURN with credentials that expire. */
        IceServer: {
            credential?: string;
            urls: string[];
            username?: string;
        };
        Jwt: string;
        KakaoCode: {
            /** @description As it came back from Kakao. */
            code: string;
        };
        KakaoLoggedIn: {
            accessToken: components["schemas"]["Jwt"];
            message: string;
            nickname: string;
            phone: string | null;
            /** @description The same as the cookie. */
            refreshToken: string;
            userId: components["schemas"]["PersonId"];
        };
        KeptMember: {
            /** @enum {unknown} */
            role: "OWNER" | "ADMIN" | "MEMBER";
            /** @enum {unknown} */
            status: "ACTIVE" | "INVITED" | "LEFT";
            userId: string;
        };
        Keys: {
            accessKey: string;
            /**
             * @description Minutes; a numeric text will do.
             * @default 60
             */
            expires?: number;
            /**
             * @description Makes whoever creates a room with the token its admin.
             * @default false
             */
            isOwner?: boolean;
            secretKey: string;
        };
        LicenseEvent: {
            data: {
                roomLimit: number;
                roomsOpen: number;
            };
            timestamp: components["schemas"]["Timestamp"];
            /** @enum {unknown} */
            type: "license.near_limit" | "license.at_limit";
        };
        LicenseInfo: {
            data: {
                createdAt: components["schemas"]["Timestamp"];
                domain: string;
                /** @enum {unknown} */
                enabled: 0 | 1;
                limits: {
                    auth: components["schemas"]["RateLimit"];
                    chat: components["schemas"]["RateLimit"];
                    createRoom: components["schemas"]["RateLimit"];
                    drawing: components["schemas"]["RateLimit"];
                    register: components["schemas"]["RateLimit"];
                    room: components["schemas"]["RateLimit"];
                    signal: components["schemas"]["RateLimit"];
                };
                /** @description How many rooms may be open at once. */
                roomLimit: number;
                usage: {
                    /** @description The most rooms open at once since midnight UTC. */
                    peakToday: number;
                    roomsOpen: number;
                };
            };
            /** @constant */
            status: true;
        };
        ListedMeeting: {
            address: string;
            /** @description The author included. */
            approvedCount: number;
            authorId: components["schemas"]["MeetingAuthor"];
            category: components["schemas"]["FoodLabel"][];
            content: string;
            /** @description In km along the great circle; null in a list by date. */
            distance: number | null;
            id: components["schemas"]["MeetingNumber"];
            latitude: number;
            locationId: number;
            longitude: number;
            maxCount: number;
            meetingDateTime: components["schemas"]["SeoulTime"];
            thumbnail: components["schemas"]["PictureUrl"];
            title: string;
        };
        ListedStudyMember: {
            avatar: string | null;
            joinedAt: components["schemas"]["Timestamp"];
            name: string;
            /** @enum {unknown} */
            role: "OWNER" | "ADMIN" | "MEMBER";
            /** @enum {unknown} */
            status: "ACTIVE" | "INVITED";
            userId: string;
        };
        LoggedIn: {
            accessToken: components["schemas"]["Jwt"];
            userId: string;
        };
        LogIn: {
            email: string;
            password: string;
        };
        /** @description What is read of LiveKit's event, as protobuf writes JSON. Times are in seconds, or in Ms milliseconds. */
        MediaEvent: {
            createdAt?: string;
            event?: string;
            id?: string;
            participant?: {
                identity?: string;
                joinedAt?: string;
                joinedAtMs?: string;
                kind?: string;
                sid?: string;
            };
            room?: {
                creationTime?: string;
                creationTimeMs?: string;
                maxParticipants?: number;
                name?: string;
                sid?: string;
            };
        };
        /** @description 0 if their account is deleted. */
        MeetingAuthor: number;
        MeetingError: {
            /** @enum {unknown} */
            code?: "AUTH_ERROR" | "INTERNAL_SERVER_ERROR";
            /** @description What is wrong with a form, field by field; empty if it cannot be read at all, or its picture cannot. */
            errors?: {
                field: string;
                message: string;
                /** @description What stood there; of a long one its beginning. */
                rejectedValue: string | number | boolean | null;
            }[];
            message: string;
            status: number;
        };
        MeetingForm: {
            address: string;
            category: components["schemas"]["FoodCategory"][];
            content?: string;
            latitude: number;
            /** @description Also as `locatinoId`. */
            locationId: number;
            longitude: number;
            maxCount: number;
            /** @description Within a year. In Seoul unless it has an offset. */
            meetingDateTime: string;
            /** @description Of a change, whether the picture stays. */
            thumbnail?: string | null;
            title: string;
        };
        MeetingNumber: number;
        Meetings: {
            /** @description Where the list goes on; null at its end. */
            cursor: null | {
                distance: number | null;
                id: components["schemas"]["MeetingNumber"];
                meetingDateTime: components["schemas"]["SeoulTime"];
            };
            hasNext: boolean;
            meetings: components["schemas"]["ListedMeeting"][];
        };
        /** @enum {unknown} */
        MeetingStatus: "RECRUITING" | "CLOSED";
        MessageAnswer: {
            data: {
                id: string;
            };
            /** @constant */
            status: true;
        };
        MirroredMember: {
            avatar?: string;
            /** @description As others see it until their own requests say one. */
            name?: string;
            /** @enum {unknown} */
            role: "OWNER" | "ADMIN" | "MEMBER";
            /**
             * @default ACTIVE
             * @enum {unknown}
             */
            status?: "ACTIVE" | "INVITED" | "LEFT";
        };
        MirroredStudy: {
            createdAt: components["schemas"]["Timestamp"];
            id: string;
            name: string;
            timeZone: string;
        };
        NewMeeting: {
            /** @description Also as `params`. */
            request: components["schemas"]["MeetingForm"];
            /** Format: binary */
            thumbnail?: string;
        };
        NewProfile: {
            /** Format: date */
            birth: string;
            /** @enum {unknown} */
            gender: "MALE" | "FEMALE";
            introduction?: string;
            mbti?: string;
            /** @description A picture that was sent by `POST /api/v1/uploads`. */
            profileImageUpload?: string;
        };
        NewRoom: {
            /** @default  */
            description?: string;
            /**
             * @description 1 to 100. Anything but a positive number means 20.
             * @default 20
             */
            maxParticipants?: unknown;
            /** @description Read where roomTopic is missing. */
            roomTitle?: string;
            /** @default 새 회의 */
            roomTopic?: string;
            /** @description At most 60 bytes, without slashes. The identity at LiveKit. */
            userName: string;
        };
        NewStudy: {
            name: string;
            /**
             * @description Of the IANA database. Says where days begin.
             * @default Asia/Seoul
             */
            timeZone?: string;
        };
        NewStudyMember: {
            /**
             * @default MEMBER
             * @enum {unknown}
             */
            role?: "OWNER" | "ADMIN" | "MEMBER";
            /**
             * @description Without a trusting deployment everybody is invited.
             * @enum {unknown}
             */
            status?: "ACTIVE" | "INVITED";
        };
        NewWebhook: {
            events?: components["schemas"]["WebhookEvents"];
            url: components["schemas"]["WebhookUrl"];
        };
        NewWebhookAnswer: {
            data: components["schemas"]["NewWebhookData"];
            /** @constant */
            status: true;
        };
        NewWebhookData: {
            createdAt: components["schemas"]["Timestamp"];
            /** @description Where it is not enabled. */
            disabledBecause?: string;
            enabled: boolean;
            events: components["schemas"]["WebhookEvents"];
            /** @description Where it did not take the last message. */
            failingSince?: components["schemas"]["Timestamp"];
            id: string;
            /** @description Where two secrets sign. */
            oldSecretUntil?: components["schemas"]["Timestamp"];
            secret: string;
            url: string;
        };
        Notification: {
            content: string;
            id: number;
            /** @enum {string} */
            notificationType: "NEW_PARTICIPATION_REQUEST" | "PARTICIPANT_LEFT" | "PARTICIPANT_APPROVED" | "PARTICIPANT_REJECTED" | "PARTICIPANT_KICKED" | "PARTICIPANT_MEETING_CLOSED" | "MEETING_CANCELED" | "MEETING_EXPIRED" | "NEW_CHAT_MESSAGE";
        };
        /** @description Below 2^53 and growing with time. */
        NumericId: string;
        OpenStudySession: {
            duration: null;
            endedAt: null;
            id: string;
            /** @description How many of the participants have an open socket. */
            onlineCount: number;
            participants: {
                id: string;
                joinedAt: components["schemas"]["Timestamp"];
                leftAt: null;
                sessionId: string;
                user: components["schemas"]["StudyUser"];
                userId: string;
            }[];
            roomId: string;
            startedAt: components["schemas"]["Timestamp"];
            startedBy: string;
            starter: components["schemas"]["StudyUser"];
            studyId: string;
        };
        OwnMeeting: {
            address: string;
            /** @description The author included. */
            approvedCount: number;
            category: components["schemas"]["FoodCategory"][];
            content: string;
            id: components["schemas"]["MeetingNumber"];
            latitude: number;
            locationId: number;
            longitude: number;
            maxCount: number;
            meetingDateTime: components["schemas"]["SeoulTime"];
            meetingStatus: components["schemas"]["MeetingStatus"];
            thumbnail: components["schemas"]["PictureUrl"];
            title: string;
        };
        Pagination: {
            limit: number;
            page: number;
            total: number;
            totalPages: number;
        };
        ParticipantEvent: {
            data: {
                participant: components["schemas"]["ParticipantOfEvent"];
                /** @description Grows with every change of the room. */
                rev: number;
                room: components["schemas"]["RoomOfEvent"];
            };
            timestamp: components["schemas"]["Timestamp"];
            /** @enum {unknown} */
            type: "participant.joined" | "participant.left" | "participant.kicked";
        };
        ParticipantOfEvent: {
            name: string;
            userId: string;
        };
        Participants: {
            participants: {
                nickname: string;
                participationId: components["schemas"]["MeetingNumber"];
                participationStatus: components["schemas"]["ParticipationStatus"];
                /** @description A small one, for lists. */
                profileImage: components["schemas"]["PictureUrl"];
                userId: components["schemas"]["MeetingNumber"];
            }[];
        };
        /** @enum {unknown} */
        ParticipationStatus: "PENDING" | "APPROVED" | "REJECTED" | "CLOSED" | "CANCELED";
        PasswordChange: {
            /** @description 8 to 100 characters. */
            newPassword: string;
            /** @description Of the link. */
            token: string;
        };
        PastStudySession: {
            duration: number;
            endedAt: components["schemas"]["Timestamp"];
            id: string;
            participantCount: number;
            participants: {
                duration: number;
                id: string;
                user: {
                    name: string;
                };
                userId: string;
            }[];
            roomId: string;
            startedAt: components["schemas"]["Timestamp"];
            startedBy: string;
            starter: components["schemas"]["StudyUser"];
            studyId: string;
        };
        PersonChange: {
            /** Format: date */
            birth?: string;
            /** @enum {unknown} */
            gender?: "MALE" | "FEMALE";
            /** @description Empty or null for none. */
            introduction?: string | null;
            /** @description Empty or null for none. */
            mbti?: string | null;
            nickname?: string;
            /** @description `phoneNumber` is the same. */
            phone?: string;
            /** @description A picture that was sent by `POST /api/v1/uploads`. */
            profileImageUpload?: string;
        };
        PersonError: {
            code: string;
            details?: {
                field: string;
                message: string;
            }[];
            /** @enum {unknown} */
            field?: "email" | "nickname" | "phoneNumber";
            message: string;
        };
        PersonExport: {
            account: components["schemas"]["Self"];
            /** @description What they spent in calls of each study and meeting. */
            calls: {
                groupId: string;
                seconds: number;
                sessions: number;
            }[];
            chat: {
                /** @description What they have said, the last first; what came before that is in the rooms' histories. */
                messages: {
                    message: string;
                    roomId: string;
                    sentAt: components["schemas"]["Timestamp"];
                }[];
                notifications: {
                    id: string;
                    /** @description Its title. */
                    meeting: string;
                    type: string;
                }[];
                /** @description Where they take part, by the numbers of the meetings. */
                rooms: string[];
            };
            createdAt: components["schemas"]["Timestamp"];
            /** @description By which Kakao names them to this deployment. */
            kakaoId: number | null;
            logins: {
                expiresAt: components["schemas"]["Timestamp"];
                usedAt: components["schemas"]["Timestamp"];
            }[];
            meetings: {
                applied: {
                    meetingId: string;
                    status: string;
                    title: string;
                }[];
                /** @description In which they take part, or did. */
                joined: {
                    avatar: string | null;
                    joinedAt: components["schemas"]["Timestamp"];
                    meetingId: string;
                    name: string;
                    nickname: string;
                    /** @enum {unknown} */
                    role: "OWNER" | "ADMIN" | "MEMBER";
                    /** @enum {unknown} */
                    status: "ACTIVE" | "INVITED" | "LEFT";
                }[];
                made: {
                    at: components["schemas"]["Timestamp"];
                    content: string;
                    meetingId: string;
                    title: string;
                }[];
            };
            /** @description What they are or were in, and under which name. */
            studies: {
                avatar: string | null;
                joinedAt: components["schemas"]["Timestamp"];
                name: string;
                nickname: string;
                /** @enum {unknown} */
                role: "OWNER" | "ADMIN" | "MEMBER";
                /** @enum {unknown} */
                status: "ACTIVE" | "INVITED" | "LEFT";
                studyId: string;
            }[];
        };
        PersonId: number;
        PersonMessage: {
            message: string;
        };
        /**
         * Format: uri
         * @description Where a browser finds the picture within the next hour; null if there is none.
         */
        PictureUrl: string | null;
        PollingRefusal: {
            /**
             * @description 0 unknown transport, 1 unknown session, 3 bad request, 5 unknown revision.
             * @enum {unknown}
             */
            code: 0 | 1 | 3 | 5;
            message: string;
        };
        RateLimit: {
            /** @description How many at once */
            burst: number;
            /**
             * @description A license's limits are exact. A connection's hold in each function instance.
             * @enum {unknown}
             */
            per: "license" | "connection";
            /** @description How many in the long run. */
            perMinute: number;
        };
        Reissued: {
            access_token: components["schemas"]["Jwt"];
            accessToken: components["schemas"]["Jwt"];
        };
        Room: {
            createdAt: string;
            createdBy: string;
            description: string;
            maxParticipants: number;
            roomId: string;
            roomTitle: string;
            roomTopic: string;
        };
        RoomCreatedEvent: {
            data: {
                /** @description Grows with every change of the room. */
                rev: number;
                room: components["schemas"]["RoomOfEvent"];
            };
            timestamp: components["schemas"]["Timestamp"];
            /** @constant */
            type: "room.created";
        };
        RoomEndedEvent: {
            data: {
                /** @description Grows with every change of the room. */
                rev: number;
                room: components["schemas"]["RoomOfEvent"];
                use: {
                    endedAt: components["schemas"]["Timestamp"];
                    /** @description How often somebody came in. */
                    joins: number;
                    /** @description Of `chat` */
                    messages: number;
                    /** @description The most who were in it at once. */
                    peak: number;
                    seconds: number;
                };
            };
            timestamp: components["schemas"]["Timestamp"];
            /** @constant */
            type: "room.ended";
        };
        RoomOfEvent: {
            createdAt: components["schemas"]["Timestamp"];
            id: string;
            media: boolean;
            title: string;
        };
        RoomState: {
            data: {
                roomName: string;
                /**
                 * @description ON_GOING from two active connections on.
                 * @enum {unknown}
                 */
                status: "WAIT" | "ON_GOING";
                /** @description Active connections. */
                user: number;
            };
            /** @constant */
            status: true;
        };
        RoomUsage: {
            data: {
                detail: {
                    createdAt: components["schemas"]["Timestamp"];
                    /** @description How often somebody came in. */
                    joins: number;
                    /** @description Of `chat` */
                    messages: number;
                    /** @description The most who were in it at once. */
                    peak: number;
                    roomName: string;
                    sessionTimeSecond: number;
                }[];
                domain: string;
                totalSecond: number;
            };
            nextCursor?: string;
            /** @constant */
            status: true;
        };
        SecretWish: {
            /**
             * @description Seconds.
             * @default 86400
             */
            overlap?: number;
        };
        Self: {
            /** Format: date */
            birth: string | null;
            email: string | null;
            /** @enum {unknown} */
            gender: "MALE" | "FEMALE" | null;
            introduction: string | null;
            mbti: string | null;
            nickname: string;
            /**
             * @description Where they may log in besides.
             * @enum {unknown}
             */
            oauthProvider: "KAKAO" | null;
            /** @description The same as `phoneNumber`. */
            phone: string | null;
            phoneNumber: string | null;
            /** @description The same as `profileImageUrl`. */
            profileImage: components["schemas"]["PictureUrl"];
            profileImageUrl: components["schemas"]["PictureUrl"];
            userId: components["schemas"]["PersonId"];
        };
        /** @description The time in Seoul. */
        SeoulTime: string;
        Session: {
            createdAt: components["schemas"]["Timestamp"];
            domain: string;
            id: components["schemas"]["NumericId"];
            /** @description The room's id. */
            roomName: string;
            /** @description Of a room made again it is another. */
            sessionId: string;
            sessionTokens: components["schemas"]["SessionToken"][];
            /** @constant */
            status: "OPEN";
        };
        Sessions: {
            data: components["schemas"]["Session"][];
            nextCursor?: string;
            /** @constant */
            status: true;
        };
        /** @description A connection of a participant. */
        SessionToken: {
            connectionId: string;
            createdAt: components["schemas"]["Timestamp"];
            id: components["schemas"]["NumericId"];
            /** @description City, country, where a CloudFront in front of the API adds them; otherwise empty. */
            location: string;
            /** @description Browser and system as its User-Agent says; empty if it does not. */
            platform: string;
            /** @constant */
            role: "PUBLISHER";
            sessionId: string;
            /** @description SHA-256 of `domain:roomName`. */
            sessionName: string;
            /**
             * @description Inactive for 30 seconds after its socket was lost, and until its token is used.
             * @enum {unknown}
             */
            status: "active" | "inactive";
            /** @description Identifies the connection; no credential. */
            token: string;
            updatedAt: components["schemas"]["Timestamp"];
            userName: string;
        };
        ShareEvent: {
            data: {
                /** @description Grows with every change of the room. */
                rev: number;
                room: components["schemas"]["RoomOfEvent"];
                share: {
                    /** @enum {unknown} */
                    type: "screen" | "whiteboard" | "document";
                    userId: string;
                };
            };
            timestamp: components["schemas"]["Timestamp"];
            /** @enum {unknown} */
            type: "share.started" | "share.stopped";
        };
        ShownMeeting: {
            address: string;
            /** @description The author included. */
            approvedCount: number;
            authorId: components["schemas"]["MeetingAuthor"];
            category: components["schemas"]["FoodLabel"][];
            content: string;
            id: components["schemas"]["MeetingNumber"];
            latitude: number;
            locationId: number;
            longitude: number;
            maxCount: number;
            meetingDateTime: components["schemas"]["SeoulTime"];
            meetingStatus: components["schemas"]["MeetingStatus"];
            thumbnail: components["schemas"]["PictureUrl"];
            title: string;
        };
        ShownPerson: {
            /** Format: date */
            birth: string;
            /** @enum {unknown} */
            gender: "MALE" | "FEMALE";
            introduction: string | null;
            mbti: string | null;
            nickname: string;
            profileImageUrl: components["schemas"]["PictureUrl"];
            userId: components["schemas"]["PersonId"];
        };
        SignUp: {
            email: string;
            /** @description 2 to 20 letters, digits, `_`, `.` and `-`. */
            nickname: string;
            /** @description 8 to 100 characters. */
            password: string;
            /** @description `phoneNumber` is the same. */
            phone: string;
        };
        Study: {
            createdAt: components["schemas"]["Timestamp"];
            id: string;
            name: string;
            /** @enum {unknown} */
            role: "OWNER" | "ADMIN" | "MEMBER";
            /** @enum {unknown} */
            status: "ACTIVE" | "INVITED";
            timeZone: string;
        };
        StudyError: {
            /** @enum {unknown} */
            code: "AUTH_REQUIRED" | "PERMISSION_DENIED" | "NOT_STUDY_MEMBER" | "SESSION_NOT_FOUND" | "SESSION_ENDED" | "PARTICIPANT_NOT_FOUND" | "INVALID_REQUEST" | "SERVER_ERROR";
            details?: {
                field: string;
            };
            error: string;
        };
        StudyJoin: {
            sessionId?: string;
        };
        StudyMember: {
            /** @enum {unknown} */
            role: "OWNER" | "ADMIN" | "MEMBER";
            /** @enum {unknown} */
            status: "ACTIVE" | "INVITED";
            userId: string;
        };
        StudyMemberChange: {
            /** @enum {unknown} */
            role?: "OWNER" | "ADMIN" | "MEMBER";
            /** @constant */
            status?: "ACTIVE";
        };
        StudyParticipant: {
            audioMutedTime: number;
            duration: number | null;
            id: string;
            joinedAt: components["schemas"]["Timestamp"];
            leftAt: null | components["schemas"]["Timestamp"];
            screenSharedTime: number;
            sessionId: string;
            user: components["schemas"]["StudyUser"];
            userId: string;
            videoOffTime: number;
        };
        StudySession: {
            duration: null;
            endedAt: null;
            id: string;
            roomId: string;
            startedAt: components["schemas"]["Timestamp"];
            startedBy: string;
            starter: components["schemas"]["StudyUser"];
            studyId: string;
        };
        StudySessionDetails: {
            duration: number | null;
            endedAt: null | components["schemas"]["Timestamp"];
            id: string;
            participants: components["schemas"]["StudyParticipant"][];
            roomId: string;
            startedAt: components["schemas"]["Timestamp"];
            startedBy: string;
            starter: components["schemas"]["StudyUser"];
            studyId: string;
        };
        StudySessionId: {
            sessionId: string;
        };
        StudyStats: {
            averageDuration: number;
            /** @description To one decimal. */
            averageParticipants: number;
            mostActiveUser: null | {
                name: string;
                sessionCount: number;
                userId: string;
            };
            /** @enum {unknown} */
            period: "week" | "month" | "year" | "all";
            /** @description Every day of the period. */
            sessionsPerDay: {
                count: number;
                date: string;
            }[];
            totalDuration: number;
            totalParticipants: number;
            totalSessions: number;
        };
        StudyUser: {
            avatar: string | null;
            id: string;
            name: string;
        };
        StudyUserStats: {
            averageDuration: number;
            firstSession: null | components["schemas"]["Timestamp"];
            lastSession: null | components["schemas"]["Timestamp"];
            totalAudioMutedTime: number;
            totalDuration: number;
            totalScreenSharedTime: number;
            totalSessions: number;
            totalVideoOffTime: number;
            userId: string;
        };
        Success: {
            /** @constant */
            success: true;
        };
        TenantError: {
            message: string;
            /** @constant */
            status: false;
        };
        TestEvent: {
            data: {
                message: string;
            };
            timestamp: components["schemas"]["Timestamp"];
            /** @constant */
            type: "webhook.test";
        };
        Timestamp: string;
        Token: {
            token: components["schemas"]["Jwt"];
            url: string;
        };
        TokenRequest: {
            roomId: string;
            userName: string;
        };
        UploadOffer: {
            expiresAt: components["schemas"]["Timestamp"];
            headers: {
                [key: string]: string;
            };
            /** @constant */
            method: "PUT";
            upload: string;
            url: string;
        };
        UploadWish: {
            bytes: number;
            /** @description `image/png`, `image/jpeg`, `image/webp` or `image/gif`. */
            contentType: string;
        };
        Webhook: {
            createdAt: components["schemas"]["Timestamp"];
            /** @description Where it is not enabled. */
            disabledBecause?: string;
            enabled: boolean;
            events: components["schemas"]["WebhookEvents"];
            /** @description Where it did not take the last message. */
            failingSince?: components["schemas"]["Timestamp"];
            id: string;
            /** @description Where two secrets sign. */
            oldSecretUntil?: components["schemas"]["Timestamp"];
            url: string;
        };
        WebhookAnswer: {
            data: components["schemas"]["Webhook"];
            /** @constant */
            status: true;
        };
        WebhookChange: {
            enabled?: boolean;
            events?: components["schemas"]["WebhookEvents"];
            url?: components["schemas"]["WebhookUrl"];
        };
        /** @enum {unknown} */
        WebhookEvent: "room.created" | "room.ended" | "participant.joined" | "participant.left" | "participant.kicked" | "share.started" | "share.stopped" | "license.near_limit" | "license.at_limit";
        /** @description What it is told of; none means all. */
        WebhookEvents: components["schemas"]["WebhookEvent"][];
        Webhooks: {
            data: components["schemas"]["Webhook"][];
            /** @constant */
            status: true;
        };
        /**
         * @description `https`, with a host name of the public internet, on port 443 or one above 1023; no IP address, no user name, no fragment.
         *     What the name leads to is looked at whenever something is sent.
         * @example https://hooks.example.com/moim
         */
        WebhookUrl: string;
    };
    responses: {
        /** @description Refused. */
        ChatError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ChatError"];
            };
        };
        /** @description The room. */
        ChatRoom: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ChatRoom"];
            };
        };
        /** @description Rooms. */
        ChatRooms: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ChatRoom"][];
            };
        };
        /** @description Too much goes on at once; the header says when to try again. */
        ChatUnavailable: {
            headers: {
                "retry-after"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ChatError"];
            };
        };
        /** @description Refused; the message says why. */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Refused; the message says why. */
        MeetingError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MeetingError"];
            };
        };
        /** @description The deployment lacks something it needs. Nothing has changed. */
        MeetingUnavailable: {
            headers: {
                /** @description Seconds. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MeetingError"];
            };
        };
        /** @description Refused; the code says why. */
        PersonError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PersonError"];
            };
        };
        /** @description Too many of these lately. Nothing has changed. */
        PersonTooSoon: {
            headers: {
                /** @description Seconds. */
                "Retry-After": number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PersonError"];
            };
        };
        /** @description The deployment lacks something it needs, or too many want the same at once. Nothing has changed. */
        PersonUnavailable: {
            headers: {
                /** @description Seconds. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PersonError"];
            };
        };
        /** @description Refused, by the numbers of Engine.IO's own server; the message says why, such as that a WebSocket is needed. */
        PollingRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PollingRefusal"];
            };
        };
        /** @description Refused; the code says why. */
        StudyError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StudyError"];
            };
        };
        /** @description The media server is not available, or the deployment lacks something it needs. Nothing has changed. */
        StudyUnavailable: {
            headers: {
                /** @description Seconds. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StudyError"];
            };
        };
        /** @description Refused; the message says why. */
        TenantError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TenantError"];
            };
        };
        /** @description More than the license may ask. Nothing has changed. */
        TenantTooSoon: {
            headers: {
                /** @description Seconds. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TenantError"];
            };
        };
        /** @description The deployment lacks something it needs, a secret for instance. Nothing has changed. */
        TenantUnavailable: {
            headers: {
                /** @description Seconds. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TenantError"];
            };
        };
        /**
         * @description The license has opened too many rooms lately: more than 100 at once and 300 a minute, unless the deployment
         *     says otherwise. Nothing has changed.
         */
        TooSoon: {
            headers: {
                /** @description Seconds. */
                "Retry-After": number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The media server is not available, or the deployment lacks something it needs. Nothing has changed. */
        Unavailable: {
            headers: {
                /** @description Seconds. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
