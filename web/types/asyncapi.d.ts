// Written by generate.mjs out of infra/asyncapi.yaml: change that file and run `npm run generate`.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ack: {
            /** @description Why it was refused, as in the `error` event. */
            code?: string;
            error?: string;
            id?: string;
            participants?: components["schemas"]["StudyPeer"][];
            success: boolean;
        };
        "calls.got": {
            candidateReply: components["schemas"]["candidateReply"];
            changeNameReply: components["schemas"]["changeNameReply"];
            chatReply: components["schemas"]["chatReply"];
            createGroupReply: components["schemas"]["createGroupReply"];
            createRoomReply: components["schemas"]["createRoomReply"];
            createVideoRoomReply: components["schemas"]["createVideoRoomReply"];
            destroyRoomReply: components["schemas"]["destroyRoomReply"];
            documentReply: components["schemas"]["documentReply"];
            documentShareReply: components["schemas"]["documentShareReply"];
            drawingReply: components["schemas"]["drawingReply"];
            editRoomInfoReply: components["schemas"]["editRoomInfoReply"];
            editUserInfoReply: components["schemas"]["editUserInfoReply"];
            endGroupReply: components["schemas"]["endGroupReply"];
            informReply: components["schemas"]["informReply"];
            joinRoomReply: components["schemas"]["joinRoomReply"];
            kickOutReply: components["schemas"]["kickOutReply"];
            leaveRoomReply: components["schemas"]["leaveRoomReply"];
            memberListReply: components["schemas"]["memberListReply"];
            permitReply: components["schemas"]["permitReply"];
            presenceChat: components["schemas"]["presenceChat"];
            presenceCreateGroup: components["schemas"]["presenceCreateGroup"];
            presenceDocument: components["schemas"]["presenceDocument"];
            presenceDocumentShare: components["schemas"]["presenceDocumentShare"];
            presenceEditRoomInfo: components["schemas"]["presenceEditRoomInfo"];
            presenceEditUserInfo: components["schemas"]["presenceEditUserInfo"];
            presenceInform: components["schemas"]["presenceInform"];
            presenceJoin: components["schemas"]["presenceJoin"];
            presenceKickOut: components["schemas"]["presenceKickOut"];
            presenceLeave: components["schemas"]["presenceLeave"];
            presencePermit: components["schemas"]["presencePermit"];
            presenceReqCanvasImage: components["schemas"]["presenceReqCanvasImage"];
            presenceScreen: components["schemas"]["presenceScreen"];
            presenceShareStop: components["schemas"]["presenceShareStop"];
            presenceUpdateImage: components["schemas"]["presenceUpdateImage"];
            presenceWhiteboard: components["schemas"]["presenceWhiteboard"];
            refusal: components["schemas"]["refusal"];
            registerReply: components["schemas"]["registerReply"];
            relayedCandidate: components["schemas"]["relayedCandidate"];
            relayedDrawing: components["schemas"]["relayedDrawing"];
            relayedSdp: components["schemas"]["relayedSdp"];
            reqCanvasImageReply: components["schemas"]["reqCanvasImageReply"];
            screenReply: components["schemas"]["screenReply"];
            sdpReply: components["schemas"]["sdpReply"];
            shareStopReply: components["schemas"]["shareStopReply"];
            updateImageReply: components["schemas"]["updateImageReply"];
            whiteboardReply: components["schemas"]["whiteboardReply"];
        };
        "calls.sent": {
            candidate: components["schemas"]["candidate"];
            changeName: components["schemas"]["changeName"];
            chat: components["schemas"]["chat"];
            createGroup: components["schemas"]["createGroup"];
            createRoom: components["schemas"]["createRoom"];
            createVideoRoom: components["schemas"]["createVideoRoom"];
            destroyRoom: components["schemas"]["destroyRoom"];
            document: components["schemas"]["document"];
            documentShare: components["schemas"]["documentShare"];
            drawing: components["schemas"]["drawing"];
            editRoomInfo: components["schemas"]["editRoomInfo"];
            editUserInfo: components["schemas"]["editUserInfo"];
            endGroup: components["schemas"]["endGroup"];
            inform: components["schemas"]["inform"];
            joinRoom: components["schemas"]["joinRoom"];
            kickOut: components["schemas"]["kickOut"];
            leaveRoom: components["schemas"]["leaveRoom"];
            memberList: components["schemas"]["memberList"];
            permit: components["schemas"]["permit"];
            register: components["schemas"]["register"];
            reqCanvasImage: components["schemas"]["reqCanvasImage"];
            screen: components["schemas"]["screen"];
            sdp: components["schemas"]["sdp"];
            shareStop: components["schemas"]["shareStop"];
            unknown: components["schemas"]["unknown"];
            updateImage: components["schemas"]["updateImage"];
            whiteboard: components["schemas"]["whiteboard"];
        };
        candidate: {
            /** @description Passed on as it is. */
            cam?: unknown;
            /** @description Passed on as it is; null ends them. */
            candidate: unknown;
            /** @constant */
            eventOp: "candidate";
            reqId?: components["schemas"]["ReqId"];
            roomId?: components["schemas"]["RoomId"];
            target: components["schemas"]["UserId"];
            /** @description cam or screen. */
            type?: string;
            userId: components["schemas"]["UserId"];
        };
        candidateReply: {
            /** @enum {unknown} */
            code?: "200" | "405" | "410" | "412" | "413" | "421" | "422" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "candidate";
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        /** @description A whole number from 1 to 100, or its text. Default 2, and 16 for createVideoRoom. */
        Capacity: number | string;
        changeName: {
            /** @constant */
            eventOp: "changeName";
            name: string;
            reqId?: components["schemas"]["ReqId"];
            userId: components["schemas"]["UserId"];
        };
        changeNameReply: {
            /** @enum {unknown} */
            code?: "200" | "410" | "413" | "421" | "422" | "445" | "500";
            /** @constant */
            eventOp?: "changeName";
            message?: unknown;
            name?: string;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
        } & components["schemas"]["Reply"];
        chat: {
            /** @constant */
            eventOp: "chat";
            message: string;
            reqId?: components["schemas"]["ReqId"];
            roomId?: components["schemas"]["RoomId"];
            target?: components["schemas"]["UserId"];
            userId: components["schemas"]["UserId"];
        } | unknown | unknown;
        chatReply: {
            /** @enum {unknown} */
            code?: "200" | "410" | "412" | "413" | "421" | "422" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "chat";
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        "client.chat.video-file": {
            /** @description Such as its `name`, `url`, `size` and `type`; handed on as it is. */
            file: Record<string, never>;
            roomId: components["schemas"]["StudyRoomId"];
        };
        "client.chat.video-message": {
            message: string;
            roomId: components["schemas"]["StudyRoomId"];
        };
        "client.presence.join-study": {
            studyId: components["schemas"]["StudyId"];
        };
        "client.presence.leave-study": {
            studyId?: components["schemas"]["StudyId"];
        };
        "client.video.answer": {
            /** @description Any value, handed on as it is. */
            answer: unknown;
            to: components["schemas"]["SocketId"];
        };
        "client.video.ice-candidate": {
            /** @description Any value, null included. */
            candidate: unknown;
            to: components["schemas"]["SocketId"];
        };
        "client.video.join-room": {
            roomId: components["schemas"]["StudyRoomId"];
            studyId: components["schemas"]["StudyId"];
        };
        "client.video.leave-room": {
            roomId: components["schemas"]["StudyRoomId"];
        };
        "client.video.offer": {
            /** @description Any value, handed on as it is. */
            offer: unknown;
            to: components["schemas"]["SocketId"];
        };
        "client.video.screen-share-start": {
            roomId: components["schemas"]["StudyRoomId"];
        };
        "client.video.screen-share-stop": {
            roomId: components["schemas"]["StudyRoomId"];
        };
        "client.video.speaking": {
            roomId: components["schemas"]["StudyRoomId"];
            speaking: components["schemas"]["Flag"];
        };
        "client.video.toggle-audio": {
            isMuted: components["schemas"]["Flag"];
            roomId: components["schemas"]["StudyRoomId"];
        };
        "client.video.toggle-video": {
            isVideoOff: components["schemas"]["Flag"];
            roomId: components["schemas"]["StudyRoomId"];
        };
        /**
         * @description 200 ok · 400 malformed · 401 wrong cpCode or authKey · 403 the license does not allow it
         *     405 unknown operation · 409 user registered elsewhere · 410 register first
         *     412 no such member, or not a member · 413 no permission · 421 missing parameter · 422 invalid parameter
         *     440 someone else is sharing · 441 no such room · 442 already in the room · 443 the room exists
         *     444 the room is full · 445 too much data, or too often · 500 server error · 570 the media server is not available
         * @enum {unknown}
         */
        Code: "200" | "400" | "401" | "403" | "405" | "409" | "410" | "412" | "413" | "421" | "422" | "440" | "441" | "442" | "443" | "444" | "445" | "500" | "570";
        createGroup: {
            /** @constant */
            eventOp: "createGroup";
            list: components["schemas"]["UserId"][];
            reqId?: components["schemas"]["ReqId"];
            roomId: components["schemas"]["RoomId"];
            title?: components["schemas"]["Title"];
            userId: components["schemas"]["UserId"];
        };
        createGroupReply: {
            /** @enum {unknown} */
            code?: "200" | "410" | "412" | "413" | "421" | "422" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "createGroup";
            groupId?: components["schemas"]["GroupId"];
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        createRoom: {
            capacity?: components["schemas"]["Capacity"];
            destroy: components["schemas"]["Flag"];
            /** @constant */
            eventOp: "createRoom";
            reqId?: components["schemas"]["ReqId"];
            roomId?: components["schemas"]["RoomId"];
            talkingNoty?: components["schemas"]["Flag"];
            title?: components["schemas"]["Title"];
            userId: components["schemas"]["UserId"];
        };
        createRoomReply: {
            /** @enum {unknown} */
            code?: "200" | "403" | "410" | "413" | "421" | "422" | "443" | "445" | "500";
            /** @constant */
            eventOp?: "createRoom";
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        createVideoRoom: {
            capacity?: components["schemas"]["Capacity"];
            destroy: components["schemas"]["Flag"];
            /** @constant */
            eventOp: "createVideoRoom";
            reqId?: components["schemas"]["ReqId"];
            roomId?: components["schemas"]["RoomId"];
            talkingNoty?: components["schemas"]["Flag"];
            title?: components["schemas"]["Title"];
            userId: components["schemas"]["UserId"];
        };
        createVideoRoomReply: {
            /** @enum {unknown} */
            code?: "200" | "403" | "410" | "413" | "421" | "422" | "443" | "445" | "500" | "570";
            /** @constant */
            eventOp?: "createVideoRoom";
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        destroyRoom: {
            /** @constant */
            eventOp: "destroyRoom";
            reqId?: components["schemas"]["ReqId"];
            roomId: components["schemas"]["RoomId"];
            userId: components["schemas"]["UserId"];
        };
        destroyRoomReply: {
            /** @enum {unknown} */
            code?: "200" | "410" | "413" | "421" | "422" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "destroyRoom";
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        document: {
            /** @constant */
            eventOp: "document";
            reqId?: components["schemas"]["ReqId"];
            roomId: components["schemas"]["RoomId"];
            userId: components["schemas"]["UserId"];
        };
        documentReply: {
            /** @enum {unknown} */
            code?: "200" | "410" | "412" | "413" | "421" | "422" | "440" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "document";
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        documentShare: {
            /** @constant */
            eventOp: "documentShare";
            img: components["schemas"]["Image"];
            reqId?: components["schemas"]["ReqId"];
            roomId: components["schemas"]["RoomId"];
            userId: components["schemas"]["UserId"];
        };
        documentShareReply: {
            /** @enum {unknown} */
            code?: "200" | "410" | "412" | "413" | "421" | "422" | "440" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "documentShare";
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        drawing: {
            color?: string;
            /** @constant */
            eventOp: "drawing";
            reqId?: components["schemas"]["ReqId"];
            roomId: components["schemas"]["RoomId"];
            strokeWidth?: number;
            /** @description pen, eraser, crayon, shape, pointer or textbox. */
            tool?: string;
            userId: components["schemas"]["UserId"];
            /** @description Where, as {x, y}; passed on as it is. */
            xy: Record<string, never>;
        };
        drawingReply: {
            /** @enum {unknown} */
            code?: "410" | "412" | "413" | "421" | "422" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "drawing";
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
        } & components["schemas"]["Reply"];
        editRoomInfo: {
            capacity?: components["schemas"]["Capacity"];
            /** @constant */
            eventOp: "editRoomInfo";
            host?: components["schemas"]["UserId"];
            locked?: components["schemas"]["Flag"];
            reqId?: components["schemas"]["ReqId"];
            roomId: components["schemas"]["RoomId"];
            title?: components["schemas"]["Title"];
            userId: components["schemas"]["UserId"];
        };
        editRoomInfoReply: {
            /** @enum {unknown} */
            code?: "200" | "410" | "412" | "413" | "421" | "422" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "editRoomInfo";
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            rev?: components["schemas"]["Rev"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        editUserInfo: {
            audio?: components["schemas"]["Flag"];
            broadcast?: components["schemas"]["Flag"];
            /** @constant */
            eventOp: "editUserInfo";
            name?: string;
            reqId?: components["schemas"]["ReqId"];
            roomId: components["schemas"]["RoomId"];
            target?: components["schemas"]["UserId"];
            userId: components["schemas"]["UserId"];
            video?: components["schemas"]["Flag"];
        };
        editUserInfoReply: {
            /** @enum {unknown} */
            code?: "200" | "410" | "412" | "413" | "421" | "422" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "editUserInfo";
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            rev?: components["schemas"]["Rev"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        endGroup: {
            /** @constant */
            eventOp: "endGroup";
            groupId: components["schemas"]["GroupId"];
            reqId?: components["schemas"]["ReqId"];
            roomId: components["schemas"]["RoomId"];
            userId: components["schemas"]["UserId"];
        };
        endGroupReply: {
            /** @enum {unknown} */
            code?: "200" | "410" | "412" | "413" | "421" | "422" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "endGroup";
            groupId?: components["schemas"]["GroupId"];
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        /**
         * @description A boolean, or its text; "" is false.
         * @enum {unknown}
         */
        Flag: true | false | "true" | "false" | "";
        GroupId: string;
        /** @description The host's user id; "" if nobody is in the room. */
        Host: string;
        /** @description STUN, or TURN with credentials that expire. */
        IceServer: {
            credential?: string;
            urls: string[];
            username?: string;
        };
        /** @description A data URL or an address, at most 24 KB. */
        Image: string;
        inform: {
            /** @constant */
            eventOp: "inform";
            message: unknown;
            reqId?: components["schemas"]["ReqId"];
            roomId?: components["schemas"]["RoomId"];
            target?: components["schemas"]["UserId"];
            userId: components["schemas"]["UserId"];
        } | unknown | unknown;
        informReply: {
            /** @enum {unknown} */
            code?: "200" | "410" | "412" | "413" | "421" | "422" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "inform";
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        joinRoom: {
            /** @constant */
            eventOp: "joinRoom";
            reqId?: components["schemas"]["ReqId"];
            roomId: components["schemas"]["RoomId"];
            userId: components["schemas"]["UserId"];
        };
        joinRoomReply: {
            capacity?: number;
            /** @enum {unknown} */
            code?: "200" | "403" | "410" | "413" | "421" | "422" | "441" | "442" | "444" | "445" | "500" | "570";
            /** Format: date-time */
            createdAt?: string;
            /** @constant */
            eventOp?: "joinRoom";
            /** @constant */
            fileServerUrl?: "";
            host?: components["schemas"]["Host"];
            isRecording?: boolean;
            /** @description Where the media of a video room is, and the token for it. Only when media is true. */
            livekit?: {
                token: string;
                url: string;
            };
            /** @description Whether nobody may come who is not a member. */
            locked?: boolean;
            /** @description Whether media goes through a media server. */
            media?: boolean;
            members?: components["schemas"]["Members"];
            message?: unknown;
            recovered?: components["schemas"]["Recovered"];
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            rev?: components["schemas"]["Rev"];
            roomId?: components["schemas"]["RoomId"];
            share?: null | components["schemas"]["Share"];
            talkingNoty?: boolean;
            title?: string;
        } & components["schemas"]["Reply"];
        kickOut: {
            /** @constant */
            eventOp: "kickOut";
            reqId?: components["schemas"]["ReqId"];
            roomId: components["schemas"]["RoomId"];
            target: components["schemas"]["UserId"];
            userId: components["schemas"]["UserId"];
        };
        kickOutReply: {
            /** @enum {unknown} */
            code?: "200" | "410" | "412" | "413" | "421" | "422" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "kickOut";
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            rev?: components["schemas"]["Rev"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        leaveRoom: {
            /** @constant */
            eventOp: "leaveRoom";
            reqId?: components["schemas"]["ReqId"];
            roomId: components["schemas"]["RoomId"];
            userId: components["schemas"]["UserId"];
        };
        leaveRoomReply: {
            /** @enum {unknown} */
            code?: "200" | "410" | "412" | "413" | "421" | "422" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "leaveRoom";
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            rev?: components["schemas"]["Rev"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        Member: {
            audio: boolean;
            device: string;
            id: components["schemas"]["UserId"];
            name: string;
            permit: components["schemas"]["Permit"];
            userId: components["schemas"]["UserId"];
            /** @enum {unknown} */
            userType: "host" | "guest";
            video: boolean;
        };
        memberList: {
            /** @constant */
            eventOp: "memberList";
            reqId?: components["schemas"]["ReqId"];
            roomId: components["schemas"]["RoomId"];
            userId: components["schemas"]["UserId"];
        };
        memberListReply: {
            /** @enum {unknown} */
            code?: "200" | "410" | "412" | "413" | "421" | "422" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "memberList";
            members?: components["schemas"]["Members"];
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            rev?: components["schemas"]["Rev"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        /** @description By user id, the earliest first; also those who are at the media server only. */
        Members: {
            [key: string]: components["schemas"]["Member"];
        };
        "notifications.got": {
            "sse.connect": components["schemas"]["sse.connect"];
            "sse.notification": components["schemas"]["sse.notification"];
            "sse.state": components["schemas"]["sse.state"];
        };
        "notifications.sent": Record<string, never>;
        permit: {
            audio?: components["schemas"]["Flag"];
            chat?: components["schemas"]["Flag"];
            document?: components["schemas"]["Flag"];
            draw?: components["schemas"]["Flag"];
            /** @constant */
            eventOp: "permit";
            reqId?: components["schemas"]["ReqId"];
            roomId: components["schemas"]["RoomId"];
            screen?: components["schemas"]["Flag"];
            target: components["schemas"]["UserId"];
            userId: components["schemas"]["UserId"];
            video?: components["schemas"]["Flag"];
            whiteboard?: components["schemas"]["Flag"];
        };
        Permit: {
            /** @description Whether the media server takes it; only in rooms that have one. */
            audio?: boolean;
            chat: boolean;
            document: boolean;
            draw: boolean;
            screen: boolean;
            /** @description The same. */
            video?: boolean;
            whiteboard: boolean;
        };
        permitReply: {
            /** @enum {unknown} */
            code?: "200" | "410" | "412" | "413" | "421" | "422" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "permit";
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            rev?: components["schemas"]["Rev"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        presenceChat: {
            /** @constant */
            eventOp: "presence";
            message: string;
            roomId: components["schemas"]["RoomId"];
            sentAt: components["schemas"]["SentAt"];
            target?: components["schemas"]["UserId"];
            /** @constant */
            type: "chat";
            user: components["schemas"]["UserId"];
        };
        presenceCreateGroup: {
            /** @constant */
            eventOp: "presence";
            groupId: components["schemas"]["GroupId"];
            roomId: components["schemas"]["RoomId"];
            /** @constant */
            type: "createGroup";
            user: components["schemas"]["UserId"];
        };
        presenceDocument: {
            /** @constant */
            eventOp: "presence";
            roomId: components["schemas"]["RoomId"];
            sender: components["schemas"]["UserId"];
            /** @constant */
            type: "document";
            user: components["schemas"]["UserId"];
        };
        presenceDocumentShare: {
            /** @constant */
            eventOp: "presence";
            img: components["schemas"]["Image"];
            roomId: components["schemas"]["RoomId"];
            sender: components["schemas"]["UserId"];
            /** @constant */
            type: "documentShare";
            user: components["schemas"]["UserId"];
        };
        presenceEditRoomInfo: {
            capacity: number;
            /** @constant */
            eventOp: "presence";
            host: components["schemas"]["Host"];
            locked: boolean;
            rev: components["schemas"]["Rev"];
            roomId: components["schemas"]["RoomId"];
            title: string;
            /** @constant */
            type: "editRoomInfo";
        };
        presenceEditUserInfo: {
            audio: boolean;
            /** @constant */
            eventOp: "presence";
            name: string;
            rev: components["schemas"]["Rev"];
            roomId: components["schemas"]["RoomId"];
            /** @constant */
            type: "editUserInfo";
            user: components["schemas"]["UserId"];
            video: boolean;
        };
        presenceInform: {
            /** @constant */
            eventOp: "presence";
            message: unknown;
            roomId: components["schemas"]["RoomId"];
            sentAt: components["schemas"]["SentAt"];
            target?: components["schemas"]["UserId"];
            /** @constant */
            type: "inform";
            user: components["schemas"]["UserId"];
        };
        presenceJoin: {
            /** @constant */
            eventOp: "presence";
            rev: components["schemas"]["Rev"];
            roomId: components["schemas"]["RoomId"];
            /** @constant */
            type: "join";
            user: components["schemas"]["Member"];
        };
        presenceKickOut: {
            /** @constant */
            eventOp: "presence";
            rev: components["schemas"]["Rev"];
            roomId: components["schemas"]["RoomId"];
            /** @constant */
            type: "kickOut";
            user: components["schemas"]["UserId"];
        };
        presenceLeave: {
            /** @constant */
            destroyed?: true;
            /** @constant */
            eventOp: "presence";
            host: components["schemas"]["Host"];
            rev: components["schemas"]["Rev"];
            roomId: components["schemas"]["RoomId"];
            /** @constant */
            type: "leave";
            user: components["schemas"]["UserId"];
        };
        presencePermit: {
            /** @constant */
            eventOp: "presence";
            permit: components["schemas"]["Permit"];
            rev: components["schemas"]["Rev"];
            roomId: components["schemas"]["RoomId"];
            /** @constant */
            type: "permit";
            user: components["schemas"]["UserId"];
        };
        presenceReqCanvasImage: {
            /** @constant */
            eventOp: "presence";
            roomId: components["schemas"]["RoomId"];
            sender: components["schemas"]["UserId"];
            /** @constant */
            type: "reqCanvasImage";
        };
        presenceScreen: {
            /** @constant */
            eventOp: "presence";
            roomId: components["schemas"]["RoomId"];
            sender: components["schemas"]["UserId"];
            /** @constant */
            type: "screen";
            user: components["schemas"]["UserId"];
        };
        presenceShareStop: {
            /** @constant */
            eventOp: "presence";
            roomId: components["schemas"]["RoomId"];
            sender: components["schemas"]["UserId"];
            /** @constant */
            type: "shareStop";
            user: components["schemas"]["UserId"];
        };
        presenceUpdateImage: {
            /** @constant */
            eventOp: "presence";
            img: components["schemas"]["Image"];
            sender: components["schemas"]["UserId"];
            /** @constant */
            type: "updateImage";
        };
        presenceWhiteboard: {
            /** @constant */
            eventOp: "presence";
            roomId: components["schemas"]["RoomId"];
            sender: components["schemas"]["UserId"];
            /** @constant */
            type: "whiteboard";
            user: components["schemas"]["UserId"];
        };
        /** @description Whether nothing can have been missed since the user's earlier socket was lost. False for a user who was in no room then: there was nothing to miss. */
        Recovered: boolean;
        refusal: {
            /** @enum {unknown} */
            code?: "400" | "405";
            eventOp?: string;
            message?: unknown;
            reqId?: unknown;
        } & components["schemas"]["Reply"];
        register: {
            /** @description The license's key. */
            authKey: string;
            /** @description The license's code. */
            cpCode: string;
            /** @description Shown to others; cut after 40 bytes. */
            device?: string;
            /** @constant */
            eventOp: "register";
            forced?: components["schemas"]["Flag"];
            /** @description Required by the document and otherwise ignored. */
            ipAddr: string;
            /** @description Shown to others; cut after 60 bytes of UTF-8. */
            name?: string;
            reqId?: components["schemas"]["ReqId"];
            /** @description From an earlier reply to register; takes over like forced. */
            resumeToken?: string;
            userId?: components["schemas"]["UserId"];
        };
        registerReply: {
            /** @enum {unknown} */
            code?: "200" | "401" | "403" | "409" | "421" | "422" | "445" | "500";
            /** @constant */
            eventOp?: "register";
            iceServers?: components["schemas"]["IceServer"][];
            message?: unknown;
            recovered?: components["schemas"]["Recovered"];
            reqId?: unknown;
            resumeToken?: string;
            retryAfter?: components["schemas"]["RetryAfter"];
            userId?: components["schemas"]["UserId"];
        } & components["schemas"]["Reply"];
        relayedCandidate: {
            /** @constant */
            eventOp: "candidate";
            sender: components["schemas"]["UserId"];
            user: components["schemas"]["UserId"];
        };
        relayedDrawing: {
            /** @constant */
            eventOp: "drawing";
            sender: components["schemas"]["UserId"];
            user: components["schemas"]["UserId"];
        };
        relayedSdp: {
            /** @constant */
            eventOp: "sdp";
            sender: components["schemas"]["UserId"];
            user: components["schemas"]["UserId"];
        };
        /** @description What every reply has. */
        Reply: {
            code: components["schemas"]["Code"];
            eventOp: string;
            message: string;
            reqId?: components["schemas"]["ReqId"];
        };
        reqCanvasImage: {
            /** @constant */
            eventOp: "reqCanvasImage";
            reqId?: components["schemas"]["ReqId"];
            roomId?: components["schemas"]["RoomId"];
            target: components["schemas"]["UserId"];
            userId: components["schemas"]["UserId"];
        };
        reqCanvasImageReply: {
            /** @enum {unknown} */
            code?: "200" | "410" | "412" | "413" | "421" | "422" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "reqCanvasImage";
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        /** @description Chosen by the client, usually a text; comes back as it was sent, and not at all if it was not sent. */
        ReqId: unknown;
        /**
         * @description Beside code 445 if it means "too often": the same request may succeed after so many seconds. register takes a
         *     burst of 100 and 600 a minute, createRoom and createVideoRoom together 100 and 300, for all clients of a
         *     license, exactly. A wrong key does not count. For each connection: register takes 10 and 30; chat, inform,
         *     reqCanvasImage and updateImage together 60 and 600; drawing 600 and 7,200; sdp and candidate together 1,200 and
         *     6,000; all others together 120 and 600. These are counted in each function instance, and the stage's throttling
         *     bounds what comes through all of them. Too many of drawing, sdp and candidate are dropped, which is said once a
         *     second. A deployment may say otherwise.
         */
        RetryAfter: number;
        /** @description Grows with every change of the room's seats. */
        Rev: number;
        /** @description Unique within a license; at most 64 bytes of UTF-8, of the same characters as a user id. */
        RoomId: string;
        screen: {
            /** @constant */
            eventOp: "screen";
            reqId?: components["schemas"]["ReqId"];
            roomId: components["schemas"]["RoomId"];
            userId: components["schemas"]["UserId"];
        };
        screenReply: {
            /** @enum {unknown} */
            code?: "200" | "410" | "412" | "413" | "421" | "422" | "440" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "screen";
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        sdp: {
            /** @constant */
            eventOp: "sdp";
            reqId?: components["schemas"]["ReqId"];
            roomId?: components["schemas"]["RoomId"];
            /** @description Passed on as it is. */
            sdp: unknown;
            target: components["schemas"]["UserId"];
            /** @description cam or screen. */
            type?: string;
            userId: components["schemas"]["UserId"];
        };
        sdpReply: {
            /** @enum {unknown} */
            code?: "200" | "405" | "410" | "412" | "413" | "421" | "422" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "sdp";
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        /**
         * Format: date-time
         * @description When the gateway received it, in milliseconds; rises with each message of a sender.
         */
        SentAt: string;
        "server.chat.video-file-received": {
            file: Record<string, never>;
            id: string;
            roomId: components["schemas"]["StudyRoomId"];
            sentAt: components["schemas"]["SentAt"];
            socketId: components["schemas"]["SocketId"];
            timestamp: components["schemas"]["Time"];
            user: components["schemas"]["StudyUser"];
            userId: string;
        };
        "server.chat.video-message-received": {
            id: string;
            message: string;
            roomId: components["schemas"]["StudyRoomId"];
            sentAt: components["schemas"]["SentAt"];
            socketId: components["schemas"]["SocketId"];
            timestamp: components["schemas"]["Time"];
            user: components["schemas"]["StudyUser"];
            userId: string;
        };
        "server.error": {
            code?: components["schemas"]["StudyErrorCode"];
            message: string;
        };
        "server.presence.study-joined": {
            studyId: components["schemas"]["StudyId"];
        };
        "server.presence.user-offline": {
            timestamp: components["schemas"]["Time"];
            user: components["schemas"]["StudyUser"];
            userId: string;
        };
        "server.presence.user-online": {
            timestamp: components["schemas"]["Time"];
            user: components["schemas"]["StudyUser"];
            userId: string;
        };
        "server.study.online-users": {
            studyId: components["schemas"]["StudyId"];
            users: components["schemas"]["StudyOnlineUser"][];
        };
        "server.video.answer": {
            answer: unknown;
            from: components["schemas"]["SocketId"];
        };
        "server.video.ice-candidate": {
            candidate: unknown;
            from: components["schemas"]["SocketId"];
        };
        "server.video.offer": {
            from: components["schemas"]["SocketId"];
            offer: unknown;
        };
        "server.video.peer-audio-changed": {
            isMuted: boolean;
            socketId: components["schemas"]["SocketId"];
            userId: string;
        };
        "server.video.peer-screen-share": {
            isSharing: boolean;
            socketId: components["schemas"]["SocketId"];
            userId: string;
        };
        "server.video.peer-video-changed": {
            isVideoOff: boolean;
            socketId: components["schemas"]["SocketId"];
            userId: string;
        };
        "server.video.room-state": {
            participants: components["schemas"]["StudyPeer"][];
        };
        "server.video.screen-share-started": {
            socketId: components["schemas"]["SocketId"];
        };
        "server.video.screen-share-stopped": {
            socketId: components["schemas"]["SocketId"];
        };
        "server.video.started": {
            session: components["schemas"]["StudySession"];
        };
        "server.video.user-joined": {
            socketId: components["schemas"]["SocketId"];
            user: components["schemas"]["StudyUser"];
            userId: string;
        };
        "server.video.user-left": {
            socketId: components["schemas"]["SocketId"];
            userId: string;
        };
        "server.video.user-speaking": {
            socketId: components["schemas"]["SocketId"];
            speaking: boolean;
        };
        /** @description What is shared. A picture that travels by message only is "" here. */
        Share: {
            img: string;
            /** @enum {unknown} */
            type: "screen" | "whiteboard" | "document";
            user: components["schemas"]["UserId"];
        };
        shareStop: {
            /** @constant */
            eventOp: "shareStop";
            reqId?: components["schemas"]["ReqId"];
            roomId: components["schemas"]["RoomId"];
            userId: components["schemas"]["UserId"];
        };
        shareStopReply: {
            /** @enum {unknown} */
            code?: "200" | "410" | "412" | "413" | "421" | "422" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "shareStop";
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        /** @description Stays the same while the socket is open. */
        SocketId: string;
        /** @constant */
        "sse.connect": "connected!";
        /** @description The text; the event is named after the type, its id is the last one seen. */
        "sse.notification": string;
        "sse.state": {
            hasNotifications: boolean;
        };
        "stomp.error": {
            message: string;
            /** @enum {unknown} */
            status: 400 | 401 | 403 | 404 | 429 | 500 | 503;
        };
        "stomp.message": {
            message: string;
            roomId: number;
            /** @description 0 if their account is deleted. */
            senderId: number;
            senderNickname: string;
            /** Format: date-time */
            sentAt: string;
            userProfileImageUrl: string;
        };
        "stomp.notification": {
            content: string;
            /** @constant */
            hasNotifications: true;
            id: number;
            /** @enum {unknown} */
            notificationType: "NEW_PARTICIPATION_REQUEST" | "PARTICIPANT_LEFT" | "PARTICIPANT_APPROVED" | "PARTICIPANT_REJECTED" | "PARTICIPANT_KICKED" | "PARTICIPANT_MEETING_CLOSED" | "MEETING_CANCELED" | "MEETING_EXPIRED";
        };
        "stomp.send": {
            /** @description What the client calls it: said once, however often it is sent. */
            clientId?: string;
            message: string;
            /** @description The number of the meeting. */
            roomId: number | string;
            /** @description The sender; another one than the token's is refused. */
            userId?: number | string;
        };
        "study.got": {
            ack: components["schemas"]["ack"];
            "chat:video-file-received": components["schemas"]["server.chat.video-file-received"];
            "chat:video-message-received": components["schemas"]["server.chat.video-message-received"];
            error: components["schemas"]["server.error"];
            "presence:study-joined": components["schemas"]["server.presence.study-joined"];
            "presence:user-offline": components["schemas"]["server.presence.user-offline"];
            "presence:user-online": components["schemas"]["server.presence.user-online"];
            "study:online-users": components["schemas"]["server.study.online-users"];
            "video:answer": components["schemas"]["server.video.answer"];
            "video:ice-candidate": components["schemas"]["server.video.ice-candidate"];
            "video:offer": components["schemas"]["server.video.offer"];
            "video:peer-audio-changed": components["schemas"]["server.video.peer-audio-changed"];
            "video:peer-screen-share": components["schemas"]["server.video.peer-screen-share"];
            "video:peer-video-changed": components["schemas"]["server.video.peer-video-changed"];
            "video:room-state": components["schemas"]["server.video.room-state"];
            "video:screen-share-started": components["schemas"]["server.video.screen-share-started"];
            "video:screen-share-stopped": components["schemas"]["server.video.screen-share-stopped"];
            "video:started": components["schemas"]["server.video.started"];
            "video:user-joined": components["schemas"]["server.video.user-joined"];
            "video:user-left": components["schemas"]["server.video.user-left"];
            "video:user-speaking": components["schemas"]["server.video.user-speaking"];
        };
        "study.sent": {
            "chat:video-file": components["schemas"]["client.chat.video-file"];
            "chat:video-message": components["schemas"]["client.chat.video-message"];
            "presence:join-study": components["schemas"]["client.presence.join-study"];
            "presence:leave-study": components["schemas"]["client.presence.leave-study"];
            "video:answer": components["schemas"]["client.video.answer"];
            "video:ice-candidate": components["schemas"]["client.video.ice-candidate"];
            "video:join-room": components["schemas"]["client.video.join-room"];
            "video:leave-room": components["schemas"]["client.video.leave-room"];
            "video:offer": components["schemas"]["client.video.offer"];
            "video:screen-share-start": components["schemas"]["client.video.screen-share-start"];
            "video:screen-share-stop": components["schemas"]["client.video.screen-share-stop"];
            "video:speaking": components["schemas"]["client.video.speaking"];
            "video:toggle-audio": components["schemas"]["client.video.toggle-audio"];
            "video:toggle-video": components["schemas"]["client.video.toggle-video"];
        };
        /**
         * @description Absent where the receiver did nothing wrong, as when another socket of theirs takes over.
         * @enum {unknown}
         */
        StudyErrorCode: "AUTH_REQUIRED" | "PERMISSION_DENIED" | "NOT_STUDY_MEMBER" | "SESSION_NOT_FOUND" | "SESSION_ENDED" | "PARTICIPANT_NOT_FOUND" | "INVALID_REQUEST" | "SERVER_ERROR";
        StudyId: string;
        StudyOnlineUser: {
            avatar: string | null;
            id: string;
            name: string;
            userId: string;
        };
        StudyPeer: {
            isMuted: boolean;
            isSharingScreen: boolean;
            isVideoOff: boolean;
            joinedAt: components["schemas"]["Time"];
            socketId: components["schemas"]["SocketId"];
            user: components["schemas"]["StudyUser"];
            userId: string;
        };
        /** @description `study-{studyId}-main` */
        StudyRoomId: string;
        StudySession: {
            duration: null;
            endedAt: null;
            id: string;
            roomId: components["schemas"]["StudyRoomId"];
            startedAt: components["schemas"]["Time"];
            startedBy: string;
            starter: components["schemas"]["StudyUser"];
            studyId: components["schemas"]["StudyId"];
        };
        StudyUser: {
            avatar: string | null;
            id: string;
            name: string;
        };
        Success: {
            /** @constant */
            code?: "200";
        };
        /** Format: date-time */
        Time: string;
        /** @description At most 200 bytes of UTF-8. */
        Title: string;
        /** @description Anything at all. */
        unknown: unknown;
        updateImage: {
            /** @constant */
            eventOp: "updateImage";
            img: components["schemas"]["Image"];
            reqId?: components["schemas"]["ReqId"];
            roomId?: components["schemas"]["RoomId"];
            target: components["schemas"]["UserId"];
            userId: components["schemas"]["UserId"];
        };
        updateImageReply: {
            /** @enum {unknown} */
            code?: "200" | "410" | "412" | "413" | "421" | "422" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "updateImage";
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        /** @description At most 64 bytes of UTF-8; letters of any script, digits and . _ @ : + - |, with spaces only inside */
        UserId: string;
        whiteboard: {
            /** @constant */
            eventOp: "whiteboard";
            reqId?: components["schemas"]["ReqId"];
            roomId: components["schemas"]["RoomId"];
            userId: components["schemas"]["UserId"];
        };
        whiteboardReply: {
            /** @enum {unknown} */
            code?: "200" | "410" | "412" | "413" | "421" | "422" | "440" | "441" | "445" | "500";
            /** @constant */
            eventOp?: "whiteboard";
            message?: unknown;
            reqId?: unknown;
            retryAfter?: components["schemas"]["RetryAfter"];
            roomId?: components["schemas"]["RoomId"];
        } & components["schemas"]["Reply"];
        "ws.got": {
            "stomp.error": components["schemas"]["stomp.error"];
            "stomp.message": components["schemas"]["stomp.message"];
            "stomp.notification": components["schemas"]["stomp.notification"];
        };
        "ws.sent": {
            "stomp.send": components["schemas"]["stomp.send"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
